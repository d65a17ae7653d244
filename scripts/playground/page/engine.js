// Python and egovkit in a browser or in node: started once, then asked as the service is.

// `load` is loadPyodide, `runtime` and `wheels` are where its files and the packages are.
export async function start(load, runtime, wheels) {
  const python = await load({ indexURL: runtime });
  await python.loadPackage(wheels, { checkIntegrity: false, messageCallback: () => {} });
  const answer = python.runPython(`
from egovkit.web.answers import answer

def answered(verb, content, given):
    return answer(verb, content if isinstance(content, str) else content.to_bytes(), given.to_py())[::2]

answered
`);
  return (verb, parameters, content) => {
    const found = answer(verb, typeof content === "string" ? content : new Uint8Array(content), parameters);
    const [status, body] = found.toJs();
    found.destroy();
    return { status, body };
  };
}
