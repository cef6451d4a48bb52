import {
  doctorReadPermission,
  type DoctorReport,
} from '@promissory/plugin-promises-common';
import type { RequestHandler } from 'express';
import type { Doctor } from '../../doctor/Doctor';
import { MissingPermissionError } from '../../errors/MissingPermissionError';
import type { RouteContext } from '../RouteContext';

/** How every part of the installation is. */
export function getDoctor(
  context: RouteContext & { readonly doctor: Doctor },
): RequestHandler<unknown, DoctorReport> {
  return async (request, response) => {
    const caller = await context.callers.read(request);
    const rights = await context.authorizer.decide(caller.credentials, [
      doctorReadPermission,
    ]);
    if (!rights.mayGenerally(doctorReadPermission)) {
      throw new MissingPermissionError(
        doctorReadPermission.name,
        'see how this installation is',
      );
    }
    response.json(await context.doctor.examine());
  };
}
