/** Follows the background without waking it or keeping it awake. */
export interface BackgroundWatch {
  /** How often it started since the watch began. */
  starts(): Promise<number>;
  isRunning(): Promise<boolean>;
}
