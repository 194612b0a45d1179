import { browser } from 'wxt/browser';
import { type Command, isCommand } from '#lib/messaging/push.ts';

/** Listeners for the background's first turn; each hears every later event too. */
export const backgroundEvents = {
  onInstalled(listen: (reason: 'install' | 'update' | 'other') => void): void {
    browser.runtime.onInstalled.addListener(({ reason }) => {
      listen(reason === 'install' || reason === 'update' ? reason : 'other');
    });
  },
  onBrowserStart(listen: () => void): void {
    browser.runtime.onStartup.addListener(listen);
  },
  onAccessAdded(listen: (patterns: readonly string[]) => void): void {
    browser.permissions.onAdded.addListener(({ origins = [] }) => listen(origins));
  },
  onAccessRemoved(listen: () => void): void {
    browser.permissions.onRemoved.addListener(() => listen());
  },
  onCommand(listen: (command: Command) => void): void {
    browser.commands.onCommand.addListener((name) => {
      if (isCommand(name)) listen(name);
    });
  },
};
