// What the desk's pages do more with a script; every page works without it.

// One more row, like the last one and empty.
for (const button of document.querySelectorAll("[data-add-row]")) {
  button.addEventListener("click", () => {
    const body = button.closest("form").querySelector("[data-rows] tbody");
    const last = body.lastElementChild;
    const row = last.cloneNode(true);
    const number = body.children.length + 1;
    for (const field of row.querySelectorAll("input, select")) {
      field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+$/, number));
      if (field.tagName === "INPUT") field.value = "";
    }
    body.append(row);
    row.querySelector("input").focus();
  });
}

// A file of text goes into the field beside it, where it can be read before it is sent.
for (const input of document.querySelectorAll("[data-into]")) {
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (file) document.getElementById(input.dataset.into).value = await file.text();
    input.value = "";
  });
}
