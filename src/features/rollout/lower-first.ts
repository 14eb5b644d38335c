/** A sentence as it goes on after a colon. What is written in capitals, like RAM, stays. */
export function lowerFirst(sentence: string): string {
  return /^[A-Z]([a-z ]|$)/.test(sentence) ? `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence;
}
