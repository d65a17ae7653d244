// On a narrow screen a row of a wide table is a card (extra.css): each cell says which column it is of. On a wide one a
// short cell stays in a line, a number or a year whole: as long a one as its place has room for.
const width = (text) => Array.from(text, (sign) => (sign > "\u2e7f" ? 2 : 1)).reduce((sum, each) => sum + each, 0);
document.querySelectorAll(".md-typeset table:not([class])").forEach((table) => {
  const heads = Array.from(table.querySelectorAll("thead th"), (cell) => cell.textContent);
  if (heads.length < 3) return;
  table.classList.add("cards");
  table.querySelectorAll("tbody tr").forEach((row) => {
    Array.from(row.cells).forEach((cell, i) => {
      if (cell.textContent.trim()) cell.dataset.label = heads[i] || "";
      else cell.replaceChildren();
    });
  });
  const cells = Array.from(table.querySelectorAll("th, td"), (cell) => [cell, width(cell.textContent.trim())]);
  for (const most of [24, 18, 12, 8, 0]) {
    cells.forEach(([cell, wide]) => cell.classList.toggle("short", wide <= most));
    if (table.scrollWidth <= table.parentElement.clientWidth) break;
  }
});
