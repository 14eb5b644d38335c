/** Most characters (code points) a name has. Source: domain.md, Names. */
export const NAME_MAX_CHARACTERS = 100;
/** Most characters that the notes of a deployment have. */
const NOTES_MAX_CHARACTERS = 10_000;
/** Most characters that the description of a package has. Source: contract.md, Shapes (Package). */
const DESCRIPTION_MAX_CHARACTERS = 1_000;
/** Most characters that the reason for an act has in the console. */
const REASON_MAX_CHARACTERS = 1_000;
/** Most characters a package id or a version has. Source: domain.md, Names. */
const ID_MAX_CHARACTERS = 64;

/**
 * What is wrong with the name of a cohort, a device, a deployment, a tag or a blueprint, as a sentence.
 * Judges the trimmed text, which is what is kept. Bidirectional controls are allowed here and made visible where shown,
 * but a name of nothing but invisible characters could be neither read nor clicked.
 * Source: domain.md, Names.
 */
export function nameProblem(name: string): string | undefined {
  const text = name.trim();
  const length = Array.from(text).length;
  if (length === 0) return "Enter a name of 1 to 100 characters.";
  if (length > NAME_MAX_CHARACTERS) return `A name has at most 100 characters; this one has ${length}.`;
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return "A name cannot contain control characters such as line breaks or tabs.";
  if (!VISIBLE.test(text)) return "A name needs at least one character that can be seen.";
  return undefined;
}

/** A character that leaves ink; fillers and the empty Braille cell are letters and symbols to Unicode, and leave none. */
const VISIBLE = /[^\p{Cf}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/** What is wrong with a deployment's notes, as a sentence. Lines may break and be indented; none at all is fine. */
export function notesProblem(notes: string): string | undefined {
  const text = notes.trim();
  if (text.length > NOTES_MAX_CHARACTERS) return `Notes have at most 10,000 characters; these have ${text.length}.`;
  if (/[^\P{Cc}\n\r\t]|\p{Cs}/u.test(text))
    return "Notes cannot contain control characters other than line breaks and tabs.";
  return undefined;
}

/** What is wrong with the description of a package, as a sentence. Lines may break and be indented; none is fine. */
export function descriptionProblem(description: string): string | undefined {
  const { length } = description.trim();
  if (length > DESCRIPTION_MAX_CHARACTERS) return `A description has at most 1,000 characters; this one has ${length}.`;
  if (/[^\P{Cc}\n\r\t]|\p{Cs}/u.test(description)) return "A description cannot contain control characters.";
  return undefined;
}

/** What is wrong with the reason for an act, as a sentence. Lines may break; a reason that says nothing is none. */
export function reasonProblem(reason: string): string | undefined {
  const text = reason.trim();
  if (!VISIBLE.test(text)) return "Say why, in a few words: it is kept with the act for everybody to read.";
  const { length } = text;
  if (length > REASON_MAX_CHARACTERS) return `A reason has at most 1,000 characters; this one has ${length}.`;
  if (/[^\P{Cc}\n\r\t]|\p{Cs}/u.test(text)) return "A reason cannot contain control characters.";
  return undefined;
}

/** What is wrong with the id of a package, as a sentence. Source: domain.md, Names. */
export function packageIdProblem(id: string): string | undefined {
  return idProblem(id, "package id");
}

/** What is wrong with a version, as a sentence. Source: domain.md, Names. */
export function versionProblem(version: string): string | undefined {
  return idProblem(version, "version");
}

function idProblem(id: string, what: string): string | undefined {
  const text = id.trim();
  if (text.length === 0) return `Enter a ${what} of 1 to 64 characters.`;
  if (text.length > ID_MAX_CHARACTERS) return `A ${what} has at most 64 characters; this one has ${text.length}.`;
  if (!/^[A-Za-z0-9._+-]+$/.test(text)) return `A ${what} is made of the letters A to Z, digits and . _ + - only.`;
  // These two mean a folder in every path they would stand in.
  if (text === "." || text === "..") return `A ${what} cannot be made of dots alone.`;
  return undefined;
}
