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
  var pages = 0;
  window.addEventListener("message", function (event) {
    if (event.origin !== site || event.source !== frame.contentWindow) return;
    var told = event.data || {};
    if (told.cairn === "here") {
      frame.contentWindow.postMessage({ cairn: "fit" }, site);
      pages += 1;
      // Who goes on at the foot of a long page begins at the head of the next.
      if (pages > 1 && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    }
    if (told.cairn === "height" && told.height > 0 && told.height < 20000) frame.style.height = Math.ceil(told.height) + "px";
  });
})();
`;
