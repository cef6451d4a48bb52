import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { type ConfiguredLocation, locationRef } from './ConfiguredLocation';
import { FileLocationReader } from './FileLocationReader';
import { LocationSource } from './LocationSource';
import { UrlLocationReader } from './UrlLocationReader';

/** The source of the entities of these places. */
export function createLocationSource(options: {
  readonly locations: readonly ConfiguredLocation[];
  readonly urlReader: UrlReaderService;
  readonly logger: LoggerService;
}): LocationSource {
  const { locations, urlReader, logger } = options;
  return LocationSource.create({
    logger,
    readers: new Map(
      locations.map(location => [
        locationRef(location),
        location.type === 'file'
          ? FileLocationReader.create(location)
          : UrlLocationReader.create({ location, urlReader }),
      ]),
    ),
  });
}
