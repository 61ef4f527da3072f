// Fills the code from the QR's fragment into the field; sending it stays the person's own act.
"use strict";
const field = document.getElementById("code");
const code = decodeURIComponent(location.hash.slice(1));
if (field && /^[0-9A-Za-z-]{11,20}$/.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname + location.search);
  field.form.querySelector("button").focus();
}
