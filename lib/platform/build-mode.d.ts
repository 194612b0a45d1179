/** True in the e2e build alone: tests and axe look into our shadow root. Set by wxt.config.ts. */
declare const __OPEN_SHADOW_ROOT__: boolean;
