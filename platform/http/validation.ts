import { Ajv, type ErrorObject, type Options } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { AppError, type FieldFault } from '../errors/app-error.ts';

/**
 * JSON bodies are taken as they are typed; what came as text (query, path, form fields) is read as the type it is meant
 * to be. What a schema does not name never reaches a handler.
 */
export function useStrictValidation(app: FastifyInstance): void {
  const strict = newAjv({ removeAdditional: 'all' });
  const lenient = newAjv({ removeAdditional: 'all', coerceTypes: true });
  const headers = newAjv({ coerceTypes: true });
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const ajv = httpPart === 'body' ? strict : httpPart === 'headers' ? headers : lenient;
    return ajv.compile(schema as object);
  });
  app.setSchemaErrorFormatter((errors, httpPart) => toInvalid(errors, httpPart));
  app.addHook('preHandler', (request, _reply, done) => {
    const { params, query, body } = request;
    const fault = brokenText(params, 'params') ?? brokenText(query, 'querystring');
    const isRead = body !== undefined && request.routeOptions.schema?.body !== undefined;
    done(fault ?? (isRead ? brokenText(body, 'body') : undefined));
  });
}

/** What a form sends is text, also in its body. */
export function useFormValidation(app: FastifyInstance): void {
  const lenient = newAjv({ removeAdditional: 'all', coerceTypes: true });
  app.setValidatorCompiler(({ schema }) => lenient.compile(schema as object));
}

/**
 * Reads a part of a body that is known only when the rest was read. Throws Invalid, naming the fields below `part`; what the
 * schema does not name stays.
 */
export function readerOf<S extends TSchema>(schema: S, part: string): (value: unknown) => Static<S> {
  const check = newAjv({}).compile<Static<S>>(schema);
  return (value) => {
    if (check(value)) return value;
    const faults = (check.errors ?? []).map((error) => toFault(error, part));
    throw invalid(
      faults.map((fault) => (fault.field === part ? fault : { ...fault, field: `${part}.${fault.field}` })),
    );
  };
}

function newAjv(options: Options): Ajv {
  const ajv = new Ajv({ allErrors: true, useDefaults: true, strict: false, verbose: true, ...options });
  addFormats.default(ajv);
  return ajv;
}

const deepest = 32;

/** What is wrong with half a surrogate pair and NUL, text that no database can keep as it is, and with nesting that never ends. */
function brokenText(value: unknown, field: string, depth = 0): AppError | undefined {
  if (depth > deepest) return invalid([{ field, message: 'is nested too deep' }]);
  if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\u0000')))
    return invalid([{ field, message: 'holds characters that are none' }]);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const fault = brokenText(inner, name, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function toInvalid(errors: FastifySchemaValidationError[], httpPart: string): AppError {
  const faults = errors.map((error) => toFault(error, httpPart));
  const fields = faults.filter((fault, index) => faults.findIndex((other) => other.field === fault.field) === index);
  return invalid(fields);
}

function invalid(fields: FieldFault[]): AppError {
  const message = fields.map((fault) => `${fault.field} ${fault.message}`).join('; ');
  return new AppError('Invalid', 'http.invalid', `${message}.`, { fields });
}

function toFault(error: FastifySchemaValidationError, httpPart: string): FieldFault {
  const path = error.instancePath.split('/').slice(1);
  if (error.keyword === 'required') path.push(String(error.params.missingProperty));
  return {
    field: path.join('.') || httpPart,
    message: explain(error.keyword, error.params, error.message ?? 'is not valid') + meantBy(error),
  };
}

/** What a schema says of itself, where the form of a text is all that is wrong. */
function meantBy(error: FastifySchemaValidationError & Pick<ErrorObject, 'parentSchema'>): string {
  const description: unknown = error.parentSchema?.description;
  return error.keyword === 'pattern' && typeof description === 'string' ? ` (${description})` : '';
}

function explain(keyword: string, params: ErrorObject['params'], message: string): string {
  if (keyword === 'required') return 'is required';
  if (keyword === 'enum') return `must be one of ${params.allowedValues.join(', ')}`;
  if (keyword === 'pattern') return 'has a form that is not accepted';
  if (keyword === 'minLength')
    return params.limit > 1 ? `must have at least ${params.limit} characters` : 'must not be empty';
  if (keyword === 'maxLength') return `must have at most ${params.limit} characters`;
  if (keyword === 'minimum') return `must be at least ${params.limit}`;
  if (keyword === 'maximum') return `must be at most ${params.limit}`;
  if (keyword === 'not') return 'is not accepted';
  return message.replace('must be integer', 'must be a whole number').replace('must be number', 'must be a number');
}
