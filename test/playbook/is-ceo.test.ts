import { expect, test } from 'vitest';
import { isCeo } from '../../src/playbook/readiness.js';
import { executive } from '../builders.js';

test.each([
  ['CEO', true],
  ['Group CEO', true],
  ['President & CEO', true],
  ['chief executive', true],
  ['Chief Executive Officer (interim)', true],
  ['Chief of staff to the CEO', false],
  ['Deputy CEO', false],
  ['Office of the Chief Executive', false],
  ['CEOs’ council', false],
  ['COO', false],
])('the role "%s" is that of the CEO: %s', (role, expected) => {
  expect(isCeo(executive({ role }))).toBe(expected);
});

test('an executive without a role is not the CEO', () => {
  expect(isCeo(executive({}))).toBe(false);
});
