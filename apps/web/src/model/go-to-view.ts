// The address is the state of the city screen: writing it is how everything changes the view.

/** Says to whoever reads the address that it has been written. */
export const viewChanged = 'crg:view';

/** @param how `push` for what a reader would want Back to undo, `replace` for what they fiddle with */
export function goToView(address: string, how: 'push' | 'replace'): void {
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  window.dispatchEvent(new Event(viewChanged));
}
