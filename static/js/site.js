// What a browser with scripts adds. Every page works without.
import { offerCopy } from "./copy.js";
import { openWho } from "./who.js";

offerCopy(document);
openWho(document);
