import type { JsonObject } from '@promissory/plugin-promises-common';
import {
  checkDeliveredEntity,
  type DeliveredFor,
} from './checkDeliveredEntity';

type Verdict = ReturnType<typeof checkDeliveredEntity>;

/** Verdicts on documents as long as their file is kept: each is checked once for each owner and namespace. */
export class EntityChecks {
  readonly #verdicts = new WeakMap<JsonObject, Map<string, Verdict>>();
  readonly #check: typeof checkDeliveredEntity;

  static create(
    options: { readonly check?: typeof checkDeliveredEntity } = {},
  ): EntityChecks {
    return new EntityChecks(options.check ?? checkDeliveredEntity);
  }

  private constructor(check: typeof checkDeliveredEntity) {
    this.#check = check;
  }

  check(value: JsonObject, order: DeliveredFor): Verdict {
    const { ownerRef, namespace } = order;
    const key = JSON.stringify([ownerRef, namespace]);
    const verdicts = this.#verdicts.get(value) ?? new Map<string, Verdict>();
    this.#verdicts.set(value, verdicts);
    const verdict = verdicts.get(key) ?? this.#check(value, order);
    verdicts.set(key, verdict);
    return verdict;
  }
}
