/** Where the demo build is served while the browser tests run. */
export const DEMO_PORT = 4179;
/** Where the mock backend is a real HTTP server. */
export const MOCK_PORT = 4180;
/** Where the console without any mock code is served, in front of that backend. */
export const CONSOLE_PORT = 4181;

/** The origin of one of them. */
export function originOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}
