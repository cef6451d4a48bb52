import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import type { LocationSource } from './LocationSource';
import { LOCATION_TYPE } from './toLocationEntity';

/** Tells the catalog what is wrong with the places of `promises.locations`, so that their Locations show it as all do. */
export class LocationFaultProcessor implements CatalogProcessor {
  static create(source: LocationSource): LocationFaultProcessor {
    return new LocationFaultProcessor(source);
  }

  readonly #source: LocationSource;

  private constructor(source: LocationSource) {
    this.#source = source;
  }

  getProcessorName(): string {
    return 'PromisesLocationFaultProcessor';
  }

  async readLocation(
    location: LocationSpec,
    _optional: boolean,
    emit: CatalogProcessorEmit,
  ): Promise<boolean> {
    if (location.type !== LOCATION_TYPE) return false;
    for (const fault of this.#source.faultsOf(location.target)) {
      emit(processingResult.generalError(location, fault));
    }
    return true;
  }
}
