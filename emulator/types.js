'use strict';

/**
 * @typedef {'models'|'baseModels'|'datasets'|'endpoints'|'projects'|'evaluations'|'webhooks'|'operations'} Collection
 * @typedef {{ collection: Collection, id: string }} Link A reference to another entity; shown as a URL, stored without one.
 * @typedef {{ code: string, message: string }} JobError
 * @typedef {{ status: string, error?: JobError, properties?: Record<string, any> }} JobEnd
 * @typedef {{ queuedAt: number, startsAt: number, endsAt: number, end: JobEnd }} Job
 *
 * @typedef {object} EntityRecord What the store keeps; the API shape is made from it on every read.
 * @property {string} id
 * @property {number} createdAt
 * @property {number} changedAt last PATCH or forced change
 * @property {Record<string, any>} fields plain fields, under the names of the API
 * @property {Record<string, Link | Link[]>} refs
 * @property {Record<string, any>} properties laid over the computed `properties`
 * @property {Record<string, any>} inner what no answer shows
 * @property {Job | null} job
 * @property {string} [status] used when there is no job
 *
 * @typedef {object} ViewContext
 * @property {import('./service.js').Service} service
 * @property {string} origin scheme and host as the caller sees them
 * @property {string} version api-version of the request
 * @property {number} now
 *
 * @typedef {object} Resource One collection as the API offers it.
 * @property {Collection} collection
 * @property {string} path
 * @property {(record: EntityRecord, ctx: ViewContext) => Record<string, any>} view
 * @property {boolean} tellsRetryAfter
 * @property {object} [createSchema]
 * @property {object} [updateSchema]
 * @property {(ctx: ViewContext, body: any) => EntityRecord | Promise<EntityRecord>} [create]
 * @property {(ctx: ViewContext, record: EntityRecord, body: any) => void} [update]
 * @property {(ctx: ViewContext, record: EntityRecord) => void} [beforeRemove]
 * @property {(ctx: ViewContext, record: EntityRecord) => void} [afterRemove]
 * @property {204 | 404 | undefined} [removeAbsent] fixed answer to DELETE of something absent; undefined: as the quirk says
 */

module.exports = {};
