// The provider's own library beside ours: it talks to the server that plays Stripe, and signs what it sends to the product. Settings come as one JSON argument.
import Stripe from 'stripe'

const { port, key, endpoint = null, secret = null, now = Math.floor(Date.now() / 1000) } = JSON.parse(process.argv[2])
const say = (what) => process.stdout.write(JSON.stringify(what) + '\n')
process.stdin.on('end', () => process.exit(0)).resume() // ends with the tests, however they end
say({ event: 'listening', port: 0 }) // it asks and does not listen

const stripe = new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 })
const control = async (what, how = {}) => (await fetch(`http://127.0.0.1:${port}/_control/${what}`, { method: 'POST', body: JSON.stringify(how) })).json()
const refusal = async (act) => act().then(() => 'nothing', (error) => [error.type, error.code, error.decline_code, error.statusCode].filter((one) => one !== undefined).join(' '))

const found = {}
const customer = await stripe.customers.create({ name: 'A customer', email: 'pays@example.test', payment_method: 'pm_card_visa', metadata: { client: 'c-1' } })
found.customer = `${customer.name} ${customer.metadata.client} ${(await stripe.customers.list({ email: 'pays@example.test' })).data.length}`
const product = await stripe.products.create({ name: 'Pro' })
const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 2900, recurring: { interval: 'month' } })
const subscription = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id, quantity: 2 }], expand: ['latest_invoice'] })
found.subscription = `${subscription.status} ${subscription.latest_invoice.status} ${subscription.latest_invoice.total}`

const wanted = { amount: 1000, currency: 'usd', customer: customer.id, payment_method: customer.invoice_settings.default_payment_method, confirm: true, off_session: true, metadata: { attempt: 'a-1' } }
const paid = await stripe.paymentIntents.create(wanted, { idempotencyKey: 'k-1' })
const again = await stripe.paymentIntents.create(wanted, { idempotencyKey: 'k-1' })
found.once = `${paid.status} ${paid.id === again.id} ${again.lastResponse.headers['idempotent-replayed']}`
found.otherParameters = await refusal(() => stripe.paymentIntents.create({ ...wanted, amount: 1001 }, { idempotencyKey: 'k-1' }))
found.declined = await refusal(() => stripe.paymentIntents.create({ amount: 1000, currency: 'usd', payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds', confirm: true }))
found.missing = await refusal(() => stripe.customers.retrieve('cus_nobody'))
found.incomplete = await refusal(() => stripe.paymentIntents.create({ currency: 'usd' }))
found.stranger = await refusal(() => new Stripe('sk_test_other', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 }).customers.list())
await control('next', { path: '/v1/payment_intents', method: 'POST', cut: 'after' })
await refusal(() => stripe.paymentIntents.create({ ...wanted, amount: 2000 }, { idempotencyKey: 'k-2' })) // the library may try again by itself
const late = await stripe.paymentIntents.create({ ...wanted, amount: 2000 }, { idempotencyKey: 'k-2' })
found.afterTheCut = `${late.status} ${(await stripe.charges.list({ customer: customer.id })).data.filter((one) => one.amount === 2000).length}`
await control('next', { path: '/v1/customers', status: 429, headers: { 'retry-after': '0' } })
found.tooFast = await refusal(() => stripe.customers.list())
const refund = await stripe.refunds.create({ payment_intent: paid.id, amount: 400 })
found.refund = `${refund.status} ${(await stripe.charges.retrieve(paid.latest_charge)).amount_refunded}`
found.tooMuch = await refusal(() => stripe.refunds.create({ payment_intent: paid.id, amount: 700 }))
await control('advance', { by: 40 * 86_400 })
found.renewed = (await stripe.invoices.list({ subscription: subscription.id })).data.map((one) => `${one.billing_reason} ${one.status} ${one.amount_paid}`).join(', ')
const session = await stripe.checkout.sessions.create({ mode: 'setup', customer: customer.id, currency: 'usd', success_url: 'https://shop.example.test/' })
await control('complete', { session: session.id })
found.checkout = (await stripe.checkout.sessions.retrieve(session.id)).status
let events = 0
for await (const _ of stripe.events.list({ limit: 7 })) events++
found.everyEvent = events === (await control('objects', { object: 'event' })).data.length
say({ event: 'found', ...found })

if (endpoint) {
    const newest = (await stripe.events.list({ limit: 1 })).data[0]
    const payload = JSON.stringify(newest)
    const send = async (body, header) => (await fetch(endpoint, { method: 'POST', body, headers: { 'content-type': 'application/json', ...(header && { 'stripe-signature': header }) } })).status
    const sign = (more = {}) => stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: now, ...more })
    say({ event: 'sent', id: newest.id, good: await send(payload, sign()), again: await send(payload, sign()), otherSecret: await send(payload, sign({ secret: 'whsec_other' })), old: await send(payload, sign({ timestamp: now - 301 })), changed: await send(payload + ' ', sign()), unsigned: await send(payload) })
}
