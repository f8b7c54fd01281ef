// What the account holds: objects by id, the order in which they came, the clock, the events.
import { createHash } from 'node:crypto'

export class Refused extends Error {
    constructor(status, type, message, more = {}) {
        super(message)
        this.status = status
        this.error = { type, message, ...more }
    }
}

export const invalid = (message, param, code) => new Refused(400, 'invalid_request_error', message, { ...(param && { param }), ...(code && { code }) })

export class World {
    objects = new Map()
    ahead = 0
    made = 0
    /** Called with each event. */
    told = () => {}

    /** Seconds since 1970, by a clock that may be put forward. */
    get now() {
        return Math.floor(Date.now() / 1000) + this.ahead
    }

    /** An id that is the same in each run. */
    id(prefix) {
        return `${prefix}_${createHash('sha256').update(`${prefix} ${++this.made}`).digest('base64url').replace(/[-_]/g, 'x').slice(0, 24)}`
    }

    make(prefix, object, fields) {
        const made = { id: this.id(prefix), object, created: this.now, livemode: false, ...fields }
        this.objects.set(made.id, made)
        return made
    }

    find(object, id, param = 'id') {
        const found = this.objects.get(id)
        if (found?.object !== object || found.deleted) throw new Refused(404, 'invalid_request_error', `No such ${object.replace('_', '')}: '${id}'`, { code: 'resource_missing', param })
        return found
    }

    all(object, holds = () => true) {
        return [...this.objects.values()].filter((one) => one.object === object && !one.deleted && holds(one))
    }

    /** A page, newest first, as `limit`, `starting_after`, `ending_before` and `created[…]` ask for it. */
    page(url, object, query, holds) {
        const since = Number(query.created?.gte ?? (query.created?.gt === undefined ? -Infinity : Number(query.created.gt) + 1))
        const until = Number(query.created?.lte ?? (query.created?.lt === undefined ? Infinity : Number(query.created.lt) - 1))
        let found = this.all(object, holds).filter((one) => one.created >= since && one.created <= until).reverse()
        const place = (id, param) => {
            const at = found.findIndex((one) => one.id === id)
            if (at < 0) throw invalid(`No such ${object}: '${id}'`, param, 'resource_missing')
            return at
        }
        const limit = Number(query.limit ?? 10)
        if (!(limit >= 1 && limit <= 100)) throw invalid('This value must be between 1 and 100.', 'limit', 'parameter_invalid_integer')
        if (query.starting_after) found = found.slice(place(query.starting_after, 'starting_after') + 1)
        if (query.ending_before) found = found.slice(0, place(query.ending_before, 'ending_before')).slice(-limit)
        return { object: 'list', url, has_more: found.length > limit, data: found.slice(0, limit) }
    }

    /** Something happened to an object. */
    tell(type, object, before) {
        const event = this.make('evt', 'event', { api_version: VERSION, type, pending_webhooks: 1, request: { id: null, idempotency_key: null }, data: { object: structuredClone(object), ...(before && { previous_attributes: before }) } })
        this.told(event)
        return event
    }
}

export const VERSION = '2026-10-28.endive'

/** A list as it stands inside of an object. */
export const list = (url, data) => ({ object: 'list', url, has_more: false, total_count: data.length, data })

export const number = (value, param) => {
    if (!/^-?\d+$/.test(value ?? '')) throw invalid(`Invalid integer: ${value ?? ''}`, param, 'parameter_invalid_integer')
    return Number(value)
}

export const needed = (form, ...names) => {
    for (const name of names) if (form[name] === undefined || form[name] === '') throw invalid(`Missing required param: ${name}.`, name, 'parameter_missing')
}

export const truth = (value) => value === true || value === 'true'

/** What was there stays, but for what is given; an empty text takes a key away. */
export const described = (before, given = {}) => Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== ''))
