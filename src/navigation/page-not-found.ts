/** The address leads nowhere; the route boundary shows it as a 404. */
export class PageNotFound extends Error {
  override readonly name = "PageNotFound";
}
