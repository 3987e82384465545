// What a browser with scripts adds. Every page works without, and loads only what it has a use for.
if (document.querySelector("a.who")) import("./who.js").then((who) => who.openWho(document));
if (document.querySelector("[data-copy]")) import("./copy.js").then((copy) => copy.offerCopy(document));
