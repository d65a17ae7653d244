"""A draft to try office.py on, made with python-docx: python draft.py DRAFT.docx"""

import sys

import docx

document = docx.Document()
for line in (
    "云川市人民政府办公室关于推进一网通管的通知",
    "云川政办发[2024]012号",
    "各县（区）人民政府：",
    "根据《国务院关于加强数字政府建设的指导意见》（国发〔2022〕41号），现通知如下。",
    "一、请于2024年3月32日前报送方案。",
    "云川市人民政府办公室",
    "2024年3月1日",
):
    document.add_paragraph(line)
document.save(sys.argv[1])
