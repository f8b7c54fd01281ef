// A server that answers as the API does, for what the product uses. Settings come as one JSON argument; what happens goes to standard output, one JSON line each.
// What the real one lets nobody do is under /_control: put the clock forward, send events in any order, cut the next connection.
import { createServer } from 'node:http'
import { readForm } from './form.mjs'
import { Refused, VERSION, World } from './world.mjs'
import { payments as paymentsOf } from './payments.mjs'
import { billing as billingOf } from './billing.mjs'
import { checkout as checkoutOf } from './checkout.mjs'
import { Deliveries } from './deliveries.mjs'

const { port = 0, key = 'sk_test_fake', endpoint = null, secret = 'whsec_fake', held = false, perSecond = Infinity, types = null, chatty = true, now = null } = JSON.parse(process.argv[2] ?? '{}')
const say = (what) => chatty && process.stdout.write(JSON.stringify(what) + '\n')

const world = new World()
if (now) world.ahead = now - world.now
const payments = paymentsOf(world)
const billing = billingOf(world, payments)
const checkout = checkoutOf(world, payments, billing)
const deliveries = new Deliveries(world, { endpoint, secret, held, types })

const events = {
    'GET events': ({ query, url }) => world.page(url, 'event', query, (one) => (query.type === undefined || one.type === query.type) && (query.types === undefined || Object.values(query.types).includes(one.type))),
    'GET events/:id': ({ id }) => world.find('event', id),
}
const routes = new Map(Object.entries({ ...payments.routes, ...billing.routes, ...checkout.routes, ...events }))

/** The route of a path: named words first, then with an id in the place of a word. */
function route(method, path) {
    const named = routes.get(`${method} ${path.join('/')}`)
    if (named) return [named]
    for (let at = path.length - 1; at > 0; at--) {
        const found = routes.get(`${method} ${path.map((word, place) => (place === at ? ':id' : word)).join('/')}`)
        if (found) return [found, path[at]]
    }
    throw new Refused(404, 'invalid_request_error', `Unrecognized request URL (${method}: /v1/${path.join('/')}).`)
}

const answered = new Map()
const inHand = new Set()
const plans = []
let second = [0, 0]

const control = {
    advance: ({ to, by }) => (billing.advance(to ?? world.now + by), { now: world.now }),
    send: (how) => deliveries.send(how),
    hold: ({ held }) => ((deliveries.held = held), {}),
    aim: ({ endpoint, secret }) => (Object.assign(deliveries, endpoint && { endpoint }, secret && { secret }), {}),
    /** The next request whose path begins so: cut "before" it is done, or "after"; or answered with a status. */
    next: (plan) => (plans.push(plan), {}),
    dispute: ({ charge, reason }) => payments.dispute(charge, reason),
    authenticate: ({ intent }) => payments.authenticate(intent),
    refuse: ({ refund, reason }) => payments.refuse(refund, reason),
    complete: ({ session, card }) => checkout.complete(session, card),
    objects: ({ object }) => ({ data: world.all(object) }),
    /** Tells of something once more, under another id. */
    retell: ({ type, id }) => world.tell(type, world.objects.get(id)),
}

const limited = () => {
    const now = Math.floor(Date.now() / 1000)
    second = second[0] === now ? [now, second[1] + 1] : [now, 1]
    return second[1] > perSecond
}

function act(request, url, body) {
    const given = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? Buffer.from((request.headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString().split(':')[0]
    if (!given) throw new Refused(401, 'invalid_request_error', "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').")
    if (given !== key) throw new Refused(401, 'invalid_request_error', `Invalid API Key provided: ${given.slice(0, 8)}****`)
    if (limited()) throw new Refused(429, 'invalid_request_error', 'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.', { code: 'rate_limit' })
    const path = url.pathname.replace(/^\/v1\//, '').split('/').map(decodeURIComponent)
    const [handle, id] = route(request.method, path)
    return handle({ id, url: url.pathname, query: readForm(url.search.slice(1)), form: readForm(body) })
}

/** Whole objects in the place of ids. */
function expanded(value, paths) {
    const copy = structuredClone(value)
    const put = (at, [step, ...rest]) => {
        if (!at || typeof at !== 'object') return
        if (Array.isArray(at)) return at.forEach((one) => put(one, [step, ...rest]))
        if (typeof at[step] === 'string' && world.objects.has(at[step])) at[step] = structuredClone(world.objects.get(at[step]))
        if (rest.length > 0) put(at[step], rest)
    }
    for (const path of paths) put(copy, path.split('.'))
    return copy
}

const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const url = new URL(request.url, 'http://127.0.0.1')
    const requestId = world.id('req')
    const answer = (status, said, headers = {}) => response.writeHead(status, { 'content-type': 'application/json', 'request-id': requestId, 'stripe-version': VERSION, ...headers }).end(JSON.stringify(said, null, 2))
    if (url.pathname.startsWith('/_control/')) {
        try {
            return answer(200, await control[url.pathname.slice(10)](JSON.parse(body || '{}')))
        } catch (error) {
            return answer(error.status ?? 500, { error: error.error ?? { message: String(error.stack) } })
        }
    }
    const at = plans.findIndex((plan) => url.pathname.startsWith(plan.path ?? '/') && (plan.method ?? request.method) === request.method)
    const [plan] = at < 0 ? [] : plans.splice(at, 1)
    say({ event: 'asked', method: request.method, path: url.pathname, idempotencyKey: request.headers['idempotency-key'] ?? null, version: request.headers['stripe-version'] ?? null, plan: plan ?? null })
    if (plan?.cut === 'before') return request.socket.destroy()
    if (plan?.status) return answer(plan.status, { error: { type: plan.status === 429 ? 'invalid_request_error' : 'api_error', message: plan.message ?? 'Something went wrong.', ...(plan.status === 429 && { code: 'rate_limit' }) } }, plan.headers)

    const idempotent = request.method === 'POST' && request.headers['idempotency-key']
    const asked = `${url.pathname} ${body}`
    const before = idempotent && answered.get(idempotent)
    let status = 200
    let said
    if (before && before.asked !== asked) {
        ;[status, said] = [400, { error: { type: 'idempotency_error', message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${idempotent}' if you meant to execute a different request.` } }]
    } else if (before) {
        ;[status, said] = [before.status, before.said]
    } else if (idempotent && inHand.has(idempotent)) {
        ;[status, said] = [409, { error: { type: 'invalid_request_error', code: 'idempotency_key_in_use', message: 'There is currently another in-progress request using this Idempotency Key.' } }]
    } else {
        inHand.add(idempotent)
        try {
            if (plan?.delay) await new Promise((go) => setTimeout(go, plan.delay))
            const paths = Object.values(readForm(`${url.search.slice(1)}&${body}`).expand ?? {})
            said = expanded(act(request, url, body), paths)
        } catch (error) {
            if (!(error instanceof Refused)) {
                say({ event: 'error', sentence: String(error.stack) })
                error.status = 500
                error.error = { type: 'api_error', message: 'An unknown error occurred.' }
            }
            ;[status, said] = [error.status, { error: { ...error.error, request_log_url: `https://dashboard.example.test/logs/${requestId}` } }]
        } finally {
            inHand.delete(idempotent)
        }
        // What never began is not remembered: the same key may try again.
        if (idempotent && ![401, 429].includes(status) && (status < 400 || status === 402 || status >= 500)) answered.set(idempotent, { asked, status, said })
    }
    if (plan?.cut === 'after') return request.socket.destroy()
    answer(status, said, { ...(idempotent && { 'idempotency-key': idempotent }), ...(before && before.asked === asked && { 'idempotent-replayed': 'true' }), ...(status === 409 && { 'stripe-should-retry': 'true' }) })
})
server.on('error', (error) => say({ event: 'error', sentence: String(error.message) }))
server.listen(port, '127.0.0.1', () => process.stdout.write(JSON.stringify({ event: 'listening', port: server.address().port }) + '\n'))
process.stdin.on('end', () => process.exit(0)).resume() // ends with the tests, however they end
