// On a narrow screen a row of a wide table is a card (extra.css): each cell says which column it is of.
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
});
