// Around the marks: how long a kilometre is, and zoom buttons.
import { Maximize, Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { type Camera, type Padding, scaleBar } from './camera.ts';
import css from './city-map.module.css';

interface Props {
  readonly camera: Camera;
  readonly padding: Padding;
  onZoom(step: number): void;
  onHome(): void;
}

export function MapControls({ camera, padding, onZoom, onHome }: Props) {
  const { km, width } = scaleBar(camera, 180);
  const bottom = padding.bottom + 8;
  return (
    <>
      <div className={css.scale} style={{ width, right: padding.right + 48, bottom }} aria-hidden>
        <span>{km < 1 ? `${km * 1000} m` : `${km} km`}</span>
      </div>
      <div className={`${css.zoom} js`} style={{ right: padding.right + 4, bottom }}>
        <Button className="ib" aria-label="Zoom in" onPress={() => onZoom(1)}>
          <Plus size={16} aria-hidden />
        </Button>
        <Button className="ib" aria-label="Zoom out" onPress={() => onZoom(-1)}>
          <Minus size={16} aria-hidden />
        </Button>
        <Button className="ib" aria-label="Show the whole city" onPress={onHome}>
          <Maximize size={15} aria-hidden />
        </Button>
      </div>
    </>
  );
}
