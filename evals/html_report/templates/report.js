"use strict";
(() => {
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const cases = [...document.querySelectorAll("details.case")];
  const fields = [...form.elements].filter((field) => field.name);

  const fits = (one, field) => {
    const wanted = field.value.trim();
    if (!wanted) return true;
    if (field.name === "words") {
      return wanted.toLowerCase().split(/\s+/).every((word) => one.dataset.words.includes(word));
    }
    return one.getAttribute("data-" + field.name).includes("|" + wanted + "|");
  };

  const filter = () => {
    for (const one of cases) one.hidden = !fields.every((field) => fits(one, field));
    const shown = cases.filter((one) => !one.hidden).length;
    count.textContent = shown
      ? `${shown} of ${cases.length} cases, failures first`
      : "No case fits: change the filters or clear them.";
  };

  const clear = () => {
    for (const field of fields) field.value = "";
    filter();
  };

  /* A case, or a place in one, that an address names: opened, whatever the filters say. */
  const openNamed = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const one = named && named.closest("details.case");
    if (!one) return;
    if (one.hidden) clear();
    one.open = true;
    if (named === one) one.querySelector("summary").focus();
    named.scrollIntoView();
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-field]");
    const field = link && form.elements[link.dataset.field];
    if (!link) return;
    clear();
    if (field) field.value = link.dataset.value;
    filter();
  });
  document.getElementById("open-all").addEventListener("click", () => {
    for (const one of cases) one.open = !one.hidden;
  });
  document.getElementById("close-all").addEventListener("click", () => {
    for (const one of cases) one.open = false;
  });
  document.getElementById("print").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", openNamed);
  form.hidden = false;
  filter();
  openNamed();
})();
