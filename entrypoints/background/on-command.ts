import { backgroundEvents } from '#lib/platform/background-events.ts';
import { pushToActive } from '#lib/platform/pushes.ts';

/** Hands a keyboard shortcut to the page in front. */
export function registerCommands(): void {
  backgroundEvents.onCommand((command) => void pushToActive({ push: 'command', command }));
}
