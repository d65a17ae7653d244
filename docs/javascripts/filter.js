// A field above every table inside .filtered: only the rows that hold what was typed stay. Each column that
// data-menus names, from 1, has a menu of what its cells say.
document.querySelectorAll(".filtered").forEach((box) => {
  const rows = Array.from(box.querySelectorAll("tbody tr"));
  const heads = Array.from(box.querySelectorAll("thead th"), (cell) => cell.textContent);
  const bar = document.createElement("div");
  bar.className = "table-filters";
  const field = document.createElement("input");
  field.type = "search";
  field.className = "table-filter";
  field.placeholder = box.dataset.placeholder || "filter";
  field.setAttribute("aria-label", field.placeholder);
  bar.append(field);
  const said = (row, column) => row.cells[column].textContent.trim();
  const menus = (box.dataset.menus || "").split(" ").filter(Boolean).map((number) => {
    const column = number - 1;
    const menu = document.createElement("select");
    menu.className = "table-filter";
    menu.setAttribute("aria-label", heads[column]);
    menu.add(new Option(heads[column], ""));
    new Set(rows.map((row) => said(row, column))).forEach((value) => menu.add(new Option(value, value)));
    bar.append(menu);
    return [column, menu];
  });
  const count = document.createElement("span");
  count.className = "table-count";
  count.setAttribute("role", "status");
  bar.append(count);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const words = field.value.toLowerCase().trim().split(/\s+/);
    let left = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => texts[i].includes(word))
        || !menus.every(([column, menu]) => !menu.value || said(row, column) === menu.value);
      left += !row.hidden;
    });
    count.textContent = `${left} / ${rows.length}`;
  };
  bar.addEventListener("input", filter);
  filter();
  box.prepend(bar);
});
