// Asks Python in a worker of this page, in place of a service.
export const kind = "browser";

let worker = null;
let ready = null;
let asked = 0;
// How often it was stopped: what began before that goes no further.
let stops = 0;
const waiting = new Map();

class Absent extends Error { constructor(key) { super(key); this.key = key; } }

function send(message) {
  return new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    worker.postMessage({ id: asked, ...message });
  });
}

function hear({ data: { id, given, trouble } }) {
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (trouble === undefined) resolve(given);
  else reject(new Absent("fault"));
}

function stopped() { return new DOMException("stopped", "AbortError"); }

async function begin(tell) {
  const begun = stops;
  const manifest = await fetch("manifest.json");
  if (!manifest.ok) throw new Absent("absent");
  const { wheels, megabytes } = await manifest.json();
  if (begun !== stops) throw stopped();
  tell("loading", megabytes);
  worker = new Worker("worker.js", { type: "module" });
  worker.onmessage = hear;
  await send({ wheels });
}

export function prepare(tell) {
  const begun = stops;
  ready = ready || begin(tell).catch((error) => {
    if (begun === stops) ready = null;
    throw error;
  });
  return ready;
}

export function stop() {
  stops += 1;
  if (worker) worker.terminate();
  worker = ready = null;
  for (const { reject } of waiting.values()) reject(stopped());
  waiting.clear();
}

export function ask(verb, parameters, content) { return send({ verb, parameters, content }); }
