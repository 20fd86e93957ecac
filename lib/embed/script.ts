/**
 * What one script tag does on another site: it puts a frame with the search where it stands, and makes it as high as the search says it is.
 * It takes nothing from that site and leaves nothing there; messages are heard from its own frame alone.
 */
export const embedScript = (languages: readonly string[], byDefault: string) => `(function () {
  "use strict";
  var script = document.currentScript;
  if (!script) return;
  var site = new URL(script.src).origin;
  var asked = script.dataset;
  var params = new URLSearchParams(asked.query || "");
  ["accent", "scheme", "compact"].forEach(function (name) {
    if (asked[name] !== undefined) params.set(name, asked[name].replace("#", "") || "1");
  });
  var around = document.documentElement.lang.slice(0, 2);
  var known = ${JSON.stringify(languages)};
  var locale = [asked.locale, around].filter(function (one) { return known.indexOf(one) >= 0; })[0] || ${JSON.stringify(byDefault)};
  var frame = document.createElement("iframe");
  frame.src = site + "/embed/" + locale + "?" + params;
  frame.title = asked.title || "Microcredentials";
  frame.loading = "lazy";
  frame.style.cssText = "width:100%;border:0;height:" + (Number(asked.height) || 600) + "px";
  script.replaceWith(frame);
  window.addEventListener("message", function (event) {
    if (event.origin !== site || event.source !== frame.contentWindow) return;
    var told = event.data;
    if (told && told.cairn === "height" && told.height > 0 && told.height < 20000) frame.style.height = Math.ceil(told.height) + "px";
  });
})();
`;
