/** Decided when the console is built: `mock` brings its own backend along, `http` has one behind the same origin. */
// oxlint-disable-next-line no-underscore-dangle -- looks like what it is: not a variable
declare const __BACKEND__: "mock" | "http";
