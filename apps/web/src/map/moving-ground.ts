// A machine that draws the background slowly, as one without a graphics card does, draws it with fewer pixels while a
// hand moves it and sharply again at rest: a soft coast is easier to follow than a jumping one. Others never notice.
import type { Map as MapLibre } from 'maplibre-gl';

export interface GroundMoves {
  /** Once per frame of a move. */
  onMove(): void;
  /** The map stands still. */
  onRest(): void;
}

/** Shorter pauses belong to one gesture: nothing is asked and drawn anew between two turns of a wheel. */
const restMs = 120;

/** To be called when the map has loaded; until `signal` ends it. */
export function followMoves(map: MapLibre, { onMove, onRest }: GroundMoves, signal: AbortSignal): void {
  const host = map.getContainer();
  let share = 1;
  void frameCost(map, signal).then((cost) => {
    share = movingShare(cost);
  });
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;
  let hasMoved = false;
  let isResizing = false;
  const draw = (part: number) => {
    const ratio = window.devicePixelRatio * part;
    if (map.getPixelRatio() === ratio) return;
    // MapLibre tells another resolution as a move, which it is not.
    isResizing = true;
    map.setPixelRatio(ratio);
    isResizing = false;
  };
  // Before the gesture begins: a change of resolution within one would end it.
  const soften = () => {
    if (!map.isMoving()) draw(share);
  };
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (isHeld || map.isMoving()) return;
      draw(1);
      if (hasMoved) onRest();
      hasMoved = false;
    }, restMs);
  };
  const hold = () => {
    isHeld = true;
    soften();
  };
  const turn = () => {
    soften();
    rest();
  };
  const letGo = () => {
    if (!isHeld) return;
    isHeld = false;
    rest();
  };
  host.addEventListener('pointerdown', hold, { capture: true, signal });
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, letGo, { signal });
  host.addEventListener('wheel', turn, { capture: true, passive: true, signal });
  map.on('move', () => {
    if (isResizing) return;
    clearTimeout(resting);
    hasMoved = true;
    onMove();
  });
  map.on('moveend', () => {
    if (!isResizing) rest();
  });
  signal.addEventListener('abort', () => clearTimeout(resting));
}

/** Half of a thirtieth of a second: the other half is for everything on top. */
const budgetMs = 16;

/** @returns share of the resting resolution, 0.25 to 1, at which a frame that costs so much fits its budget */
export function movingShare(costMs: number): number {
  const share = Math.sqrt(budgetMs / Math.max(costMs, 1));
  return share > 0.8 ? 1 : Math.max(0.25, share);
}

/** Milliseconds that a frame of the background takes, the graphics card's part included: the least of a few. */
async function frameCost(map: MapLibre, signal: AbortSignal): Promise<number> {
  const gl = map.getCanvas().getContext('webgl2');
  let least = Number.POSITIVE_INFINITY;
  for (let frame = 0; gl && frame < 3 && movingShare(least) < 1; frame += 1) {
    await allDrawn(gl);
    // A hand is on the map, or it is gone: the frames seen so far have to do.
    if (signal.aborted || map.isMoving()) break;
    const begun = performance.now();
    map.redraw();
    await allDrawn(gl);
    least = Math.min(least, performance.now() - begun);
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least;
}

/** Waits, without holding up the page, until the graphics card has done everything it was told. */
async function allDrawn(gl: WebGL2RenderingContext): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  while (fence && !gl.isContextLost() && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED)
    await new Promise((wake) => setTimeout(wake, 4));
  gl.deleteSync(fence);
}
