'use client';
// Many arcs at once: the most important with the same curves, widths, dashes, halo and arrows as in SVG, painted in one
// go. Painted larger than the view, so that a move shows more of them before they are painted anew.
import { useEffect, useRef, useState } from 'react';
import { themeEvent } from '../ui/theme-switch.tsx';
import type { Size, Xy } from './camera.ts';
import css from './city-map.module.css';
import type { DrawnArc } from './scene.ts';

/** Share of the view painted beyond each side. */
const beyond = 0.25;

export function ArcsCanvas({ arcs, size, dimmed }: { arcs: readonly DrawnArc[]; size: Size; dimmed: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    const turned = () => setTheme((count) => count + 1);
    window.addEventListener(themeEvent, turned);
    return () => window.removeEventListener(themeEvent, turned);
  }, []);
  const [left, top] = [Math.round(size.width * beyond), Math.round(size.height * beyond)];
  const [width, height] = [size.width + 2 * left, size.height + 2 * top];
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const density = Math.min(2, window.devicePixelRatio || 1);
    element.width = width * density;
    element.height = height * density;
    context.setTransform(density, 0, 0, density, left * density, top * density);
    paintArcs(context, arcs, coloursOf(element));
  }, [arcs, left, top, width, height, theme]);
  return (
    <canvas
      ref={canvas}
      className={css.canvas}
      data-dimmed={dimmed || undefined}
      data-arcs={arcs.length}
      style={{ left: -left, top: -top, width, height }}
      aria-hidden
    />
  );
}

type ColourOf = (token: string) => string;

function coloursOf(element: Element): ColourOf {
  const tokens = getComputedStyle(element);
  return (token) => tokens.getPropertyValue(token).trim();
}

/** The most important ones in full; the others as a quiet ground that shows how much more there is, or a thousand arcs would hide each other. */
const mostInFull = 150;

/** The least important first, so that the others lie on top. */
function paintArcs(context: CanvasRenderingContext2D, arcs: readonly DrawnArc[], colour: ColourOf): void {
  context.globalAlpha = 0.3;
  context.lineWidth = 1;
  for (const { arc, shape } of arcs.slice(mostInFull).toReversed()) {
    context.strokeStyle = colour(`--f-${arc.family}`);
    context.stroke(new Path2D(shape.path));
  }
  context.globalAlpha = 1;
  const halo = colour('--map-halo');
  for (const drawn of arcs.slice(0, mostInFull).toReversed()) paintInFull(context, drawn, colour, halo);
}

function paintInFull(context: CanvasRenderingContext2D, drawn: DrawnArc, colour: ColourOf, halo: string): void {
  const { arc, shape, width } = drawn;
  const line = new Path2D(shape.path);
  const isMatch = arc.kind !== 'near_miss';
  context.lineCap = 'butt';
  context.setLineDash([]);
  context.strokeStyle = halo;
  context.lineWidth = width + 2.6;
  context.stroke(line);
  context.strokeStyle = colour(`--f-${arc.family}`);
  context.fillStyle = context.strokeStyle;
  context.lineWidth = width;
  context.lineCap = isMatch ? 'butt' : 'round';
  context.setLineDash(isMatch ? [7, 4] : [0, width + 3.5]);
  context.stroke(line);
  context.setLineDash([]);
  const arrow = new Path2D(`M${shape.arrow.replaceAll(' ', 'L')}z`);
  context.fill(arrow);
  context.strokeStyle = halo;
  context.lineWidth = 0.8;
  context.stroke(arrow);
}

/** The arc under a pointer, at most `reach` px away; of several the nearest. */
export function arcNear(arcs: readonly DrawnArc[], { x, y }: Xy, reach: number): DrawnArc | null {
  let nearest: { arc: DrawnArc; distance: number } | null = null;
  for (const arc of arcs) {
    const { trace } = arc.shape;
    for (const [index, from] of trace.entries()) {
      const to = trace[index + 1];
      if (!to) break;
      const distance = distanceTo(from, to, x, y);
      if (distance <= reach && (!nearest || distance < nearest.distance)) nearest = { arc, distance };
    }
  }
  return nearest?.arc ?? null;
}

function distanceTo(from: Xy, to: Xy, x: number, y: number): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(from.x + share * dx - x, from.y + share * dy - y);
}
