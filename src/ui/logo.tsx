/** The mark: a hull about to leave its ramp. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true" focusable="false">
      <path d="M1 16.5h18" stroke="currentColor" strokeWidth="2" />
      <path d="M2 15.6 18 8.2" stroke="currentColor" strokeWidth="1.4" opacity="0.4" />
      <path d="M3 12.4 17 6l-1.7 6.4Z" fill="var(--accent)" />
    </svg>
  );
}
