// A text with stretches of it marked. Offsets count characters as Python does: a pair of surrogates is one.

export function el(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// Each span has start, end, kind, and where it leads to. Stretches that share theirs are one element.
export function marked(text, spans) {
  const points = Array.from(text);
  const kept = spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start || b.end - a.end);
  const bounds = [...new Set([0, points.length, ...kept.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const made = [];
  let open = [], next = 0;
  for (let at = 0; at + 1 < bounds.length; at += 1) {
    const [start, end] = [bounds[at], bounds[at + 1]];
    open = open.filter((span) => span.end > start);
    while (next < kept.length && kept[next].start <= start) open.push(kept[next++]);
    const piece = points.slice(start, end).join("");
    if (!open.length) { made.push(piece); continue; }
    const classes = [...new Set(open.map((span) => span.kind))].join(" ");
    const target = open.findLast((span) => span.target);
    const from = open.find((span) => span.start === start && span.id);
    const attributes = { class: classes, id: from ? from.id : null };
    // A link of blanks alone has no name that could be read out.
    if (target && !piece.trim()) attributes["aria-label"] = target.label;
    made.push(target ? el("a", { ...attributes, href: `#${target.target}` }, piece) : el("mark", attributes, piece));
  }
  return made;
}

// The text as given with what is taken out and what is put in.
export function changed(source, plan) {
  const points = Array.from(source);
  const made = [];
  let at = 0;
  for (const edit of plan) {
    made.push(points.slice(at, edit.start).join(""));
    if (edit.start < edit.end) made.push(el("del", {}, points.slice(edit.start, edit.end).join("")));
    if (edit.replacement) made.push(el("ins", {}, edit.replacement));
    at = edit.end;
  }
  made.push(points.slice(at).join(""));
  return made;
}
