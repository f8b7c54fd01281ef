/** Something that at least so many of the pages and parts need is in one file with the others like it. */
const most = 48;

const from = (...packages: string[]) => new RegExp(`node_modules[\\\\/](?:${packages.join("|")})[\\\\/]`);
// The policy is said before anything is drawn; with it the sign-in and the shell would load all controls.
const controls = from("@base-ui/react/(?!csp-provider|internals/csp-context)[^/]+", "@base-ui/utils", "@floating-ui/(?:core|dom|react-dom|utils)");
// What opens over a page, and finds its place there: a page needs it first where it has a field to choose from, else when something opens.
const popups = from(
  "@base-ui/react/(?:select|utils/popups|floating-ui-react/(?:components|hooks|middleware))",
  "@base-ui/react/(?:internals|utils|floating-ui-react/utils)(?=/(?:useAnchor|useOpenInteraction|usePositioner|useUnmountAfterClose|hideMiddleware|getPseudo|markOthers|InternalBackdrop|FocusGuard|ItemIndicator|itemEquality|resolveValueLabel)\\w*\\.)",
  "@base-ui/utils(?=/(?:store/|useScrollLock))",
  "@floating-ui/(?:core|dom|react-dom)",
);
// What one types into. Lists have none of it before something opens.
const fields = from("@base-ui/react/(?:field|fieldset|input)", "@base-ui/react/internals/(?:field-[^/]+|labelable-provider|form-context)");
// What is made of controls stays out of the kit: the shell, which needs none of them, would load them with it.
// Needs asks the server, and what asks the server speaks with words of the kit: in one file they would wait for each other.
const kit = /[\\/]Dashboard[\\/]src[\\/](?:ui[\\/](?!(?:Needs|Choice|CodeInput|Combobox|DatePicker|Field|Input|PasswordInput|Progress|Select|Tabs|Toggle)\.)[^\\/]+$|lib[\\/]|i18n[\\/])/;
const routing = from("@tanstack/react-router", "@tanstack/router-core", "@tanstack/history", "@tanstack/store", "@tanstack/react-store");

/**
 * Which file a module goes into. Left alone, the bundler makes a file for every set of pages that shares something: 170 requests before a first page showed.
 * One file for all that is shared would load much that a page never uses. So only what nearly every page needs is put together; the sizes that
 * `npm run check:size` prints and the count of requests are what to look at when this is changed.
 */
export const groups = [
  { name: "icons", test: from("lucide-react"), minShareCount: 2, priority: 4 },
  { name: "routing", test: routing, minShareCount: 2, priority: 3 },
  { name: "popups", test: popups, minShareCount: 6, priority: 3 },
  { name: "fields", test: fields, minShareCount: 6, priority: 3 },
  { name: "controls", test: controls, minShareCount: most, priority: 2 },
  { name: "kit", test: kit, minShareCount: most, priority: 1 },
];
