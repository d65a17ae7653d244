// A field above every table inside .filtered: only the rows that hold what was typed stay.
document.querySelectorAll(".filtered").forEach((box) => {
  const rows = Array.from(box.querySelectorAll("tbody tr"));
  const field = document.createElement("input");
  field.type = "search";
  field.className = "table-filter";
  field.placeholder = box.dataset.placeholder || "filter";
  field.setAttribute("aria-label", field.placeholder);
  const texts = rows.map((row) => row.textContent);
  field.addEventListener("input", () => {
    const words = field.value.trim().split(/\s+/);
    rows.forEach((row, i) => { row.hidden = !words.every((word) => texts[i].includes(word)); });
  });
  box.prepend(field);
});
