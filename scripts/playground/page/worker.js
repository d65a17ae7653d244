// Keeps Python out of the way of the page. Once it is loaded nothing here can ask for anything more.
import { start } from "./engine.js";
import { loadPyodide } from "./runtime/pyodide.mjs";

const here = (path) => new URL(path, import.meta.url).href;
let answer = null;

async function begin(wheels) {
  answer = await start(loadPyodide, here("runtime/"), wheels.map((name) => here(`wheels/${name}`)));
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts"]) self[name] = undefined;
}

self.onmessage = async ({ data: { id, wheels, verb, parameters, content } }) => {
  try {
    const given = wheels ? await begin(wheels) : answer(verb, parameters, content);
    self.postMessage({ id, given });
  } catch (error) {
    self.postMessage({ id, trouble: String(error) });
  }
};
