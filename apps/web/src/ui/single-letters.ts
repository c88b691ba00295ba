// Single letters as shortcuts: only while no field has focus, and a reader can switch them off (WCAG 2.1.4).

const storage = 'crg-single-letters';

export function lettersAreOn(): boolean {
  return localStorage.getItem(storage) !== 'off';
}

export function turnLetters(on: boolean): void {
  localStorage.setItem(storage, on ? 'on' : 'off');
}

/** A key pressed alone, outside fields, by a reader who has not switched single letters off. */
export function isLetterKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !lettersAreOn()) return false;
  const target = event.target as HTMLElement;
  return !target.closest('input:not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]');
}
