import { expect } from '@playwright/test';
import {
  breakStandards,
  standardsViolations,
  validMicroserviceSpec,
  type StandardsViolation,
} from '@promissory/example-tests';
import { expectAccessibleInBothSchemes } from './accessibility/expectAccessibleInBothSchemes.ts';
import { filesOf } from './git/filesOf.ts';
import { Repository } from './git/Repository.ts';
import { OrderForm } from './pages/OrderForm.ts';
import { RequestStatus } from './pages/RequestStatus.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';
import { Requests } from './requests/Requests.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';

// The company standards, broken one by one.
test.use({ portalName: 'compound' });

const PROMISE = 'production-ready-microservice';
const errors = standardsViolations.filter(
  ({ severity }) => severity === 'error',
);
const nameOf = (violation: StandardsViolation) =>
  `breaks-${standardsViolations.indexOf(violation)}`;

/** The message of a rule; containers are named after the service, which is another one in each order. */
const wordsOf = (violation: StandardsViolation) =>
  violation.message.replace(
    'container checkout',
    `container ${nameOf(violation)}`,
  );

/** What an order came to. */
async function outcomeOf(requests: Requests, violation: StandardsViolation) {
  const uid = await requests.order(
    PROMISE,
    nameOf(violation),
    breakStandards(violation),
  );
  const { state, children } = await requests.until(
    uid,
    'Failed',
    'PolicyViolation',
  );
  const found = state.violations ?? [];
  return {
    rule: violation.rule,
    blamed: [...new Set(found.map(({ rule, path }) => `${rule} ${path}`))],
    message: found[0]?.message,
    says: state.message,
    children: children.length,
  };
}

test('each broken rule is refused at its field, and nothing of the order is delivered', async ({
  portal,
}) => {
  expect(errors.length).toBeGreaterThanOrEqual(15);
  const alice = await Requests.as(portal, 'alice');
  const outcomes = await Promise.all(
    errors.map(violation => outcomeOf(alice, violation)),
  );
  expect(outcomes).toEqual(
    errors.map(violation => ({
      rule: violation.rule,
      blamed: [`${violation.rule} ${violation.path}`],
      message: expect.stringContaining(wordsOf(violation)),
      says: expect.stringContaining(wordsOf(violation)),
      children: 0,
    })),
  );
  const repository = Repository.of(portal);
  expect(
    (await repository.files()).filter(file => file.includes('breaks-')),
  ).toEqual([]);
  await alice.dispose();
});

test('an order with a warning is delivered, and says so', async ({
  portal,
}) => {
  const [warning, ...others] = standardsViolations.filter(
    ({ severity }) => severity === 'warning',
  );
  expect(others).toEqual([]);
  const alice = await Requests.as(portal, 'alice');
  const uid = await alice.order(PROMISE, 'warned', breakStandards(warning));
  const { state } = await alice.until(uid, 'Delivered');
  expect(state.violations).toMatchObject([
    {
      rule: warning.rule,
      severity: 'warning',
      path: warning.path,
      message: expect.stringContaining(warning.message),
    },
  ]);
  await alice.delete(uid);
  await alice.until(uid, 'Deleted');
  await alice.dispose();
});

test('what no schema allows is refused before it is ordered, at its field', async ({
  portal,
}) => {
  const alice = await Requests.as(portal, 'alice');
  for (const [patch, path] of [
    [{ costCenter: 'somebody' }, 'spec.costCenter'],
    [{ replicas: 0 }, 'spec.replicas'],
    [{ alerts: { contact: 'call me' } }, 'spec.alerts.contact'],
    [
      { database: { size: 'small', highAvailability: true } },
      'spec.database.highAvailability',
    ],
    [
      { environment: 'prod', database: { backupDays: 1 } },
      'spec.database.backupDays',
    ],
  ] as const) {
    const { status, body } = await alice.put(
      PROMISE,
      'refused',
      { ...validMicroserviceSpec, ...patch },
      {},
    );
    expect(status, JSON.stringify(body)).toBe(422);
    expect(JSON.stringify(body)).toContain(`"${path}"`);
  }
  await alice.dispose();
});

test('a broken rule leads to its field, and is gone once that is mended', async ({
  page,
  portal,
}) => {
  const alice = await Requests.as(portal, 'alice');
  const violation = errors.find(({ rule }) => rule === 'pinned-image')!;
  const uid = await alice.order(PROMISE, 'careless', breakStandards(violation));
  await signInAs(page, portal, 'alice', `/promises/requests/${uid}`);
  const request = RequestStatus.on(page);
  await expect(request.state('Failed')).toBeVisible();
  const rules = page.getByRole('list', { name: 'Broken rules' });
  await expect(rules).toContainText(violation.message);
  await expectAccessibleInBothSchemes(page);
  await takeScreenshots(page, { name: 'request-broken-rules' });

  await rules.getByRole('link', { name: 'Change spec.image' }).first().click();
  const form = OrderForm.on(page);
  const image = page.getByRole('textbox', { name: /^Image/ });
  await expect(image).toBeFocused();
  await expect(image).toHaveAttribute('aria-invalid', 'true');
  await expect(image).toHaveAccessibleDescription(
    new RegExp(violation.message),
  );
  await expectAccessibleInBothSchemes(page);
  await takeScreenshots(page, { name: 'change-broken-rules' });
  await image.fill('registry.example.com/web/careless:1.0.0');
  await expect(image).not.toHaveAttribute('aria-invalid', 'true');
  await form.review();
  await form.change();
  await expect(request.state('Delivered')).toBeVisible();
  await expect(rules).toHaveCount(0);
  expect(await filesOf(Repository.of(portal), PROMISE, 'careless')).not.toEqual(
    [],
  );

  await alice.delete(uid);
  await alice.until(uid, 'Deleted');
  await alice.dispose();
});
