// Sentences of verdicts that are only put into words where somebody is going to read them.

/** Puts a sentence into words, or leaves it out. */
export type Speak = (sentence: () => string) => string;

export const aloud: Speak = (sentence) => sentence();
export const silently: Speak = () => '';
