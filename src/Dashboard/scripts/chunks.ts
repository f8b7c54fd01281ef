/** Something that at least so many of the pages and parts need is in one file with the others like it. */
const most = 48;

const from = (...packages: string[]) => new RegExp(`node_modules[\\\\/](?:${packages.join("|").replaceAll("/", "[\\\\/]")})[\\\\/]`);
const controls = from("@base-ui/react", "@base-ui/utils", "@floating-ui/[^/]+");
// Needs asks the server, and what asks the server speaks with words of the kit: in one file they would wait for each other.
const kit = /[\\/]Dashboard[\\/]src[\\/](?:ui[\\/](?!Needs)[^\\/]+$|lib[\\/]|i18n[\\/])/;
const routing = from("@tanstack/react-router", "@tanstack/router-core", "@tanstack/history", "@tanstack/store", "@tanstack/react-store");

/**
 * Which file a module goes into. Left alone, the bundler makes a file for every set of pages that shares something: 170 requests before a first page showed.
 * One file for all that is shared would load much that a page never uses. So only what nearly every page needs is put together; the sizes that
 * `npm run check:size` prints and the count of requests are what to look at when this is changed.
 */
export const groups = [
  { name: "icons", test: from("lucide-react"), minShareCount: 2, priority: 4 },
  { name: "routing", test: routing, minShareCount: 2, priority: 3 },
  { name: "controls", test: controls, minShareCount: most, priority: 2 },
  { name: "kit", test: kit, minShareCount: most, priority: 1 },
];
