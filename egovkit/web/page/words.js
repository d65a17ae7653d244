// What the page says, in Chinese and in English.
const WORDS = {
  title: ["公文读取与校核", "reads and checks official documents"],
  about: [
    "粘贴文本，或选择文件，看它的要素、引用是否属实、有哪些写法问题，并逐条改正。",
    "Paste a text or choose a file: see its elements, whether its citations are true and what deviates, and mend it.",
  ],
  text: ["文本", "Text"],
  file: ["文件（txt、docx、pdf 等，可拖入）", "File (txt, docx, pdf and others; may be dropped here)"],
  held: ["已选：{0}", "Chosen: {0}"],
  leave: ["不用这个文件", "Leave this file"],
  on: ["以哪天为准（可不填）", "The day that counts (optional)"],
  example: ["示例", "Example"],
  go: ["读取", "Read"],
  stop: ["停止", "Stop"],
  language: ["English", "中文"],
  parts: ["本页各部分", "Parts of this page"],
  elements: ["要素", "Elements"],
  findings: ["问题", "Findings"],
  claims: ["引用核验", "Citations"],
  marked: ["标注文本", "Marked text"],
  result: ["结果", "Result"],
  nothing: ["没有", "None"],
  all: ["全部改正", "Mend all"],
  none: ["全不改", "Mend none"],
  mend: ["改正", "Mend"],
  mending: ["将改正，点此撤回", "Will be mended: take back"],
  becomes: ["改为", "becomes"],
  suggestion: ["建议", "suggestion"],
  instead: ["应为", "should be"],
  record: ["登记册", "register"],
  sources: ["来源", "sources"],
  standing: ["效力", "standing"],
  ground: ["依据", "ground"],
  at: ["位置", "at"],
  intext: ["在文中", "in the text"],
  number: ["字号", "number"],
  date: ["日期", "date"],
  citation: ["引用", "citation"],
  framework: ["框架", "framework"],
  finding: ["问题", "finding"],
  rules: ["按 {0} 的规则", "by the rules of {0}"],
  assumed: ["（文中没有日期，按今天）", " (today's, the text having no date)"],
  counted: ["共 {0} 条", "{0} in all"],
  contradict: ["不符 {0} 条", "{0} contradict"],
  changed: ["改正 {0} 处", "{0} mended"],
  unchanged: ["未作改正", "Nothing mended"],
  download: ["下载文本", "Download the text"],
  download_file: ["下载 docx", "Download the docx"],
  download_tracked: ["下载 docx（修订）", "Download the docx with tracked changes"],
  use: ["以结果为新文本", "Take the result as the text"],
  convert: ["另存为", "Save as"],
  save: ["下载", "Download"],
  working: ["正在读取……", "Reading…"],
  done: ["读完了", "Done"],
  stopped: ["已停止", "Stopped"],
  empty: ["请先粘贴文本或选择文件", "Paste a text or choose a file first"],
  fault: ["egovkit 自身出错，请刷新后再试", "A fault of egovkit: load the page again"],
  unreachable: ["服务没有应答，请确认 egovkit serve 仍在运行", "The service does not answer: see that egovkit serve is running"],
  promise_server: [
    "文本只发送给运行本页的服务，不保存，不发往别处。涉密文本请勿粘贴。",
    "The text goes to the service that this page is from, is not kept, and goes nowhere else. Paste nothing secret.",
  ],
  promise_browser: [
    "全部在浏览器中运行，文本不离开本机；载入之后不再发出任何请求。涉密文本请勿粘贴。",
    "All of it runs in the browser: the text does not leave this machine, and after loading nothing is asked of any other. Paste nothing secret.",
  ],
  loading: ["正在载入（约 {0} MB，只需一次）……", "Loading (about {0} MB, once)…"],
  starting: ["正在启动……", "Starting…"],
  absent: [
    "这里没有附上运行环境，无法在浏览器中读取；可在本机运行 egovkit serve",
    "What runs this page is not part of this site; on your own machine egovkit serve shows the same page",
  ],
  limits_browser: [
    "浏览器中可读文本、docx 和 pdf；doc、网页和带修订的 docx 请用 egovkit serve。",
    " In the browser texts, docx and pdf are read; for doc, web pages and tracked changes use egovkit serve.",
  ],
};

let chosen = 0;

export function language() { return chosen ? "en" : "zh"; }

export function speak(name) { chosen = name === "en" ? 1 : 0; }

export function say(key, ...values) {
  return values.reduce((said, value, at) => said.replace(`{${at}}`, () => value), WORDS[key][chosen]);
}
