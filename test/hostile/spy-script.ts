/** What the hostile page found out and what ran in it; read by the tests through `window.spy`. */
export interface Spy {
  /** Every text that reached a trap, a listener or an observer of the page. */
  readonly heard: string[];
  /** Names of traps that were called while `isArmed`, by anything but the test's own debugger. */
  readonly sprung: string[];
  /** `message` events and `postMessage` calls. */
  messages: number;
  /** Key, edit and clipboard events whose target is not an element of the page. */
  strangeKeys: number;
  /** Scripts that came to run from a ticket's or an article's text. */
  readonly ran: string[];
  isArmed: boolean;
  /** All that the page can read right now, by the way it reads it. */
  probe(): Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    spy: Spy;
  }
}

/** Runs in the page before anything else of it. Names nothing from outside its own text. */
export function installSpy(): void {
  const heard: string[] = [];
  const spy: Spy = { heard, sprung: [], messages: 0, strangeKeys: 0, ran: [], isArmed: false, probe: () => ({}) };
  window.spy = spy;
  const nodeText = Function.prototype.call.bind(
    Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.get as () => string,
  ) as (node: Node) => string;
  const hear = (value: unknown): void => {
    if (heard.length > 20_000) return;
    if (typeof value === 'string') heard[heard.length] = value;
    else if (value instanceof Node) heard[heard.length] = nodeText(value) ?? '';
    else if (Array.isArray(value)) for (let at = 0; at < value.length && at < 200; at++) hear(value[at]);
  };

  /** The functions that a test runs by debugger have no address; scripts of the page and of extensions have. */
  Object.assign(Error, { stackTraceLimit: 50 });
  const isFromTest = (): boolean => {
    const lines = (new Error().stack ?? '').trimEnd();
    const outermost = lines.slice(lines.lastIndexOf('\n') + 1);
    // Firefox gives them the page's address, but no name; every function of this script has one there.
    const isNameless = outermost.indexOf('@http') === 0 || outermost.indexOf('async*@http') === 0;
    return outermost.indexOf('-extension:') < 0 && (isNameless || outermost.indexOf('http') < 0);
  };
  const trap = (owner: object, name: string): void => {
    const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
      if (!spy.isArmed || isFromTest()) return Reflect.apply(original, this, args);
      spy.sprung[spy.sprung.length] = name;
      hear(this);
      for (let at = 0; at < args.length; at++) hear(args[at]);
      const answer = Reflect.apply(original, this, args) as unknown;
      hear(answer);
      return answer;
    });
  };
  for (const name of ['push', 'map', 'filter', 'join', 'flatMap', 'forEach', 'includes']) trap(Array.prototype, name);
  for (const name of ['addEventListener', 'dispatchEvent']) trap(EventTarget.prototype, name);
  for (const name of ['attachShadow', 'append', 'setAttribute', 'querySelectorAll']) trap(Element.prototype, name);
  for (const name of ['appendChild', 'insertBefore']) trap(Node.prototype, name);
  for (const name of ['querySelector', 'createElement', 'createTextNode']) trap(Document.prototype, name);
  for (const name of ['then', 'catch']) trap(Promise.prototype, name);
  for (const name of ['parse', 'stringify']) trap(JSON, name);
  for (const name of ['replace', 'split', 'trim']) trap(String.prototype, name);

  const post = window.postMessage.bind(window);
  window.postMessage = (...args: unknown[]) => {
    spy.messages++;
    Reflect.apply(post, window, args);
  };
  window.addEventListener('message', () => {
    spy.messages++;
  });

  const places = ['target', 'relatedTarget', 'originalTarget', 'explicitOriginalTarget', 'rangeParent', 'srcElement'];
  const typing = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'paste', 'copy', 'cut'];
  const other = [
    'click',
    'mousedown',
    'mouseup',
    'pointerdown',
    'pointermove',
    'focusin',
    'focusout',
    'toggle',
    'scroll',
  ];
  const more = [
    'selectionchange',
    'selectstart',
    'dragstart',
    'transitionend',
    'animationstart',
    'slotchange',
    'change',
  ];
  for (const type of [...typing, ...other, ...more]) {
    window.addEventListener(
      type,
      (event) => {
        for (const place of places) {
          const from = heard.length;
          hear((event as unknown as Record<string, unknown>)[place]);
          if (heard.length > from) heard[from] = `${type}.${place}: ${heard[from]}`;
        }
        hear(event.composedPath());
        const { data, clipboardData } = event as InputEvent & ClipboardEvent;
        hear(data);
        if (clipboardData) hear(clipboardData.getData('text/plain'));
        const isOwn = event.target instanceof Node && document.body?.contains(event.target);
        if (event.isTrusted && typing.indexOf(type) >= 0 && !isOwn && event.target !== document.documentElement) {
          spy.strangeKeys++;
        }
      },
      { capture: true },
    );
  }
  for (const type of ['layout-shift', 'event', 'largest-contentful-paint', 'element', 'longtask', 'resource']) {
    try {
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as Record<string, unknown>[]) {
          hear(entry.name);
          hear(entry.target);
          hear(entry.element);
          const sources = (entry.sources ?? []) as readonly { node: unknown }[];
          for (const { node } of sources) hear(node);
        }
      });
      observer.observe({ type, buffered: true });
    } catch {
      // This browser has no such entries.
    }
  }

  const texts = (found: unknown): string => {
    const before = heard.length;
    hear(found);
    const now = heard.slice(before).join('\n');
    heard.length = before;
    return now;
  };
  const ask = (question: () => unknown): string => {
    try {
      const answer = question();
      return typeof answer === 'string' ? answer : texts(answer);
    } catch {
      return '';
    }
  };
  spy.probe = () => {
    const points: [number, number][] = [];
    for (let x = 5; x < innerWidth; x += 60) for (let y = 5; y < innerHeight; y += 40) points.push([x, y]);
    const hosts = [...document.documentElement.children];
    const selection = getSelection();
    const animated = () =>
      [...document.getAnimations(), ...document.documentElement.getAnimations({ subtree: true })].flatMap(
        ({ effect }) => {
          const target = effect instanceof KeyframeEffect ? effect.target : null;
          return target ? [target, target.getRootNode()] : [];
        },
      );
    const wide = document as Document & { caretRangeFromPoint?(x: number, y: number): Range | null };
    const root = document.documentElement as HTMLElement & { getHTML?(options: object): string };
    const sheets = [...document.adoptedStyleSheets, ...document.styleSheets];
    return {
      outerHTML: ask(() => root.outerHTML),
      innerText: ask(() => Reflect.get(root, 'innerText')),
      'innerText of each child': ask(() => hosts.map((host) => Reflect.get(host, 'innerText'))),
      shadowRoot: ask(() => hosts.map((host) => host.shadowRoot)),
      getHTML: ask(() => root.getHTML?.({ serializableShadowRoots: true })),
      XMLSerializer: ask(() => new XMLSerializer().serializeToString(document)),
      elementsFromPoint: ask(() => points.flatMap(([x, y]) => document.elementsFromPoint(x, y))),
      caretPositionFromPoint: ask(() => points.map(([x, y]) => document.caretPositionFromPoint?.(x, y)?.offsetNode)),
      caretRangeFromPoint: ask(() => points.map(([x, y]) => wide.caretRangeFromPoint?.(x, y)?.startContainer)),
      activeElement: ask(() => document.activeElement),
      'selected text': ask(() => selection?.toString()),
      'selected nodes': ask(() => [selection?.anchorNode, selection?.focusNode]),
      'selected range': ask(() => (selection?.rangeCount ? selection.getRangeAt(0).cloneContents() : '')),
      animations: ask(animated),
      'style sheets': ask(() => sheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))),
      highlights: ask(() => [...(CSS.highlights?.keys() ?? [])]),
      attributes: ask(() => hosts.flatMap((host) => [...host.attributes].map(({ name, value }) => name + value))),
    };
  };
}
