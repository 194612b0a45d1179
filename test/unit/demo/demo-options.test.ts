import { expect, test } from 'vitest';
import { parseDemoOptions } from '#test/demo/demo-options.ts';

test.each([
  [[], { browser: 'chromium', crm: null }],
  [['--browser', 'firefox'], { browser: 'firefox', crm: null }],
  [['--crm=redmine'], { browser: 'chromium', crm: 'redmine' }],
  [['--crm', 'rt5', '--browser=firefox'], { browser: 'firefox', crm: 'rt5' }],
])('%j is understood', (args, options) => {
  expect(parseDemoOptions(args)).toEqual({ ok: true, options });
});

test.each([
  [['--brwser', 'firefox'], '"--brwser" is no option'],
  [['firefox'], '"firefox" is no option'],
  [['--toString', 'x'], '"--toString" is no option'],
  [['--browser'], '--browser needs a value'],
  [['--browser', 'safari'], '--browser can\'t be "safari"'],
  [['--crm='], '--crm can\'t be ""'],
  [['--crm', 'rt5', '--crm', 'redmine'], '--crm is given twice'],
])('%j is refused by name, with the choices', (args, said) => {
  const parsed = parseDemoOptions(args);
  expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(said) });
  expect(parsed).toMatchObject({
    message: expect.stringMatching(/--browser chromium\|firefox\n {2}--crm rt5\|redmine/),
  });
});
