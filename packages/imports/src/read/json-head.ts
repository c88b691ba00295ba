// The first members of a JSON object, from a beginning that may be cut anywhere.

/**
 * The members of the outermost object with the text of their value; of objects and lists only that they are there (an empty text).
 * Never throws: what is no JSON ends the list.
 */
export function topLevelMembers(head: string): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  let depth = 0;
  let key: string | undefined;
  token.lastIndex = Math.max(0, head.indexOf('{'));
  for (;;) {
    const found = token.exec(head);
    if (found === null) return members;
    const [text] = found;
    if (text === '{' || text === '[') {
      if (depth === 1 && key !== undefined) members.set(key, '');
      depth++;
      key = undefined;
    } else if (text === '}' || text === ']') {
      if (--depth <= 0) return members;
    } else if (depth === 1) {
      if (text === ',') key = undefined;
      else if (key === undefined) key = text.startsWith('"') ? text.slice(1, -1) : undefined;
      else if (text !== ':') members.set(key, text);
    }
  }
}

const token = /[{}[\]:,]|"(?:[^"\\]|\\.)*"|[^\s{}[\]:,"]+/g;
