import { expect, test } from 'vitest';
import { siteInFront, type PopupState } from '../../../src/popup/PopupView.tsx';

const page = { status: 'read', site: 'claimed.example' } as PopupState['page'];
const siteOfState = (state: Pick<PopupState, 'page' | 'url'>) => siteInFront(state as PopupState);

test('the site of the switch comes from the browser, not from the page', () => {
  expect(siteOfState({ page, url: 'https://news.example/a' })).toBe('news.example');
  expect(siteOfState({ page, url: undefined })).toBe('claimed.example');
  expect(siteOfState({ page: { status: 'waiting' }, url: 'https://news.example/a' })).toBe(
    'news.example',
  );
  expect(siteOfState({ page: { status: 'waiting' }, url: 'about:blank' })).toBeUndefined();
});
