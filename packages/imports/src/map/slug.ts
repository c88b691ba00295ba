// Ids made from names: the same name gives the same id on every import.

/**
 * Small letters and digits of any script with hyphens between: `Main Works` -> `main-works`. Two texts have one id only when
 * they differ in nothing but capitals and blanks: one that loses more on the way, a sign or what is beyond `longest`, ends in
 * a number made from the whole of it (`C++` -> `c-1e0xzs9`). Blanks become nothing.
 */
export function slug(text: string): string {
  const name = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const id = words.join('-');
  if (words.join(' ') === name && id.length <= longest) return id;
  return id === '' ? hash(name) : `${[...id].slice(0, longest - 8).join('')}-${hash(name)}`;
}

const longest = 80;

/** An id put together from several names, cut to what an id may have and kept apart by a number made from the whole. */
export function madeId(text: string): string {
  return text.length <= longestId ? text : `${[...text].slice(0, longestId - 40).join('')}-${hash(text)}`;
}

const longestId = 200;

/** FNV-1a, 32 bits, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(36);
}
