import { useEffect, useState } from 'react';
import type { Panel } from '#lib/domain/preferences.ts';
import type { PagePort } from './page-port.ts';
import { type Placement, placePanel } from './place-panel.ts';

function isSame(one: Placement | null, other: Placement): boolean {
  return one !== null && (Object.keys(other) as (keyof Placement)[]).every((key) => one[key] === other[key]);
}

/** Where the panel stands now, followed as the page scrolls, resizes and changes. */
export function usePlacement(port: PagePort, panel: Panel): Placement | null {
  const [placement, setPlacement] = useState<Placement | null>(null);
  useEffect(() => {
    const place = () => {
      const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
      const next = placePanel({ viewport, ...panel, avoid: port.avoidRects() });
      setPlacement((last) => (isSame(last, next) ? last : next));
    };
    place();
    return port.onLayout(place);
  }, [port, panel]);
  return placement;
}
