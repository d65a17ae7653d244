// Who reads Chinese and comes from elsewhere to the front page is led to the Chinese one. Its link to English stays here.
(() => {
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const front = document.documentElement.lang === "en" && base === ".";
  const elsewhere = !document.referrer || new URL(document.referrer).origin !== location.origin;
  if (front && elsewhere && /^zh\b/i.test(navigator.language)) location.replace(new URL("zh/", location.href));
})();
