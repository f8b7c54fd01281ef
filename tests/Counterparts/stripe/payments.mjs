// Customers and their cards; payments, refunds and disputes.
import { Refused, described, invalid, needed, number, truth } from './world.mjs'

/** How each test card is met; names as the real test mode has them. */
const cards = {
    pm_card_visa: { last4: '4242' },
    pm_card_mastercard: { brand: 'mastercard', last4: '4444' },
    pm_card_chargeCustomerFail: { last4: '0341', declined: 'card_declined', reason: 'generic_decline' },
    pm_card_visa_chargeDeclined: { last4: '0002', declined: 'card_declined', reason: 'generic_decline' },
    pm_card_visa_chargeDeclinedInsufficientFunds: { last4: '9995', declined: 'card_declined', reason: 'insufficient_funds' },
    pm_card_chargeDeclinedExpiredCard: { last4: '0069', declined: 'expired_card', reason: 'expired_card' },
    pm_card_authenticationRequired: { last4: '3184', asks: true },
}
const sentences = { insufficient_funds: 'Your card has insufficient funds.', expired_card: 'Your card has expired.', generic_decline: 'Your card was declined.' }

export const howMet = (method) => cards[method.metadata.test_card] ?? cards.pm_card_visa

export function payments(world) {
    const method = (token) => {
        const card = cards[token]
        if (!card) return world.find('payment_method', token, 'payment_method')
        return world.make('pm', 'payment_method', { type: 'card', customer: null, billing_details: { address: null, email: null, name: null, phone: null }, card: { brand: card.brand ?? 'visa', last4: card.last4, exp_month: 12, exp_year: new Date(world.now * 1000).getUTCFullYear() + 2, funding: 'credit', country: 'US' }, metadata: { test_card: token } })
    }

    const attach = (token, customer) => {
        const one = method(token)
        if (howMet(one).declined && one.metadata.test_card !== 'pm_card_chargeCustomerFail') throw new Refused(402, 'card_error', sentences[howMet(one).reason], { code: howMet(one).declined, decline_code: howMet(one).reason })
        if (one.customer && one.customer !== customer) throw invalid('The payment method you provided has already been attached to a customer.', 'payment_method')
        one.customer = customer
        world.tell('payment_method.attached', one)
        return one
    }

    /** Tries to take the money of an intent; throws as the card's bank would say no. */
    const take = (intent, offSession = false) => {
        const card = world.find('payment_method', intent.payment_method)
        const met = howMet(card)
        const charge = (fields) => world.make('ch', 'charge', { amount: intent.amount, amount_captured: 0, amount_refunded: 0, captured: false, currency: intent.currency, customer: intent.customer, description: intent.description, disputed: false, failure_code: null, failure_message: null, metadata: intent.metadata, paid: false, payment_intent: intent.id, payment_method: card.id, payment_method_details: { type: 'card', card: card.card }, receipt_url: null, refunded: false, ...fields })
        if (met.declined || (met.asks && offSession)) {
            const code = met.declined ?? 'authentication_required'
            const reason = met.reason ?? 'authentication_required'
            const sentence = sentences[reason] ?? 'Your card was declined. This transaction requires authentication.'
            const failed = charge({ status: 'failed', failure_code: code, failure_message: sentence })
            Object.assign(intent, { status: 'requires_payment_method', latest_charge: failed.id, payment_method: null, last_payment_error: { type: 'card_error', code, decline_code: reason, message: sentence, charge: failed.id, payment_method: card } })
            world.tell('charge.failed', failed)
            world.tell('payment_intent.payment_failed', intent)
            throw new Refused(402, 'card_error', sentence, { code, decline_code: reason, charge: failed.id, payment_intent: structuredClone(intent) })
        }
        if (met.asks && !intent.authenticated) {
            Object.assign(intent, { status: 'requires_action', next_action: { type: 'use_stripe_sdk', use_stripe_sdk: {} } })
            world.tell('payment_intent.requires_action', intent)
            return intent
        }
        const paid = charge({ status: 'succeeded', paid: true, captured: true, amount_captured: intent.amount })
        Object.assign(intent, { status: 'succeeded', amount_received: intent.amount, latest_charge: paid.id, next_action: null, last_payment_error: null })
        world.tell('charge.succeeded', paid)
        world.tell('payment_intent.succeeded', intent)
        return intent
    }

    const intend = (form) => {
        needed(form, 'amount', 'currency')
        const amount = number(form.amount, 'amount')
        if (amount < 50) throw invalid('Amount must be at least $0.50 usd', 'amount', 'amount_too_small')
        const customer = form.customer ? world.find('customer', form.customer, 'customer') : null
        const chosen = form.payment_method ? method(form.payment_method) : null
        if (chosen?.customer && chosen.customer !== customer?.id) throw invalid('The provided PaymentMethod cannot be attached to another customer.', 'payment_method')
        const intent = world.make('pi', 'payment_intent', { amount, amount_capturable: 0, amount_received: 0, currency: form.currency.toLowerCase(), customer: customer?.id ?? null, description: form.description ?? null, metadata: described({}, form.metadata), payment_method: chosen?.id ?? null, payment_method_types: ['card'], capture_method: 'automatic', confirmation_method: 'automatic', status: chosen ? 'requires_confirmation' : 'requires_payment_method', latest_charge: null, last_payment_error: null, next_action: null, canceled_at: null, cancellation_reason: null, setup_future_usage: form.setup_future_usage ?? null, receipt_email: form.receipt_email ?? null })
        intent.client_secret = `${intent.id}_secret_test`
        world.tell('payment_intent.created', intent)
        return truth(form.confirm) ? confirm(intent, form) : intent
    }

    const confirm = (intent, form) => {
        if (['succeeded', 'canceled'].includes(intent.status)) throw invalid(`This PaymentIntent's status is ${intent.status}; it cannot be confirmed.`, undefined, 'payment_intent_unexpected_state')
        if (form.payment_method) intent.payment_method = method(form.payment_method).id
        if (!intent.payment_method) throw invalid('You cannot confirm this PaymentIntent because it is missing a payment method.', 'payment_method', 'payment_intent_unexpected_state')
        return take(intent, truth(form.off_session))
    }

    const refund = (form) => {
        const charge = form.charge ? world.find('charge', form.charge, 'charge') : world.find('charge', world.find('payment_intent', form.payment_intent, 'payment_intent').latest_charge, 'payment_intent')
        if (!charge.paid) throw invalid(`Charge ${charge.id} has not been paid.`, 'charge')
        const left = charge.amount - charge.amount_refunded
        const amount = form.amount === undefined ? left : number(form.amount, 'amount')
        if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge', 'charge_already_refunded')
        if (amount <= 0 || amount > left) throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, 'amount')
        const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded }
        const made = world.make('re', 'refund', { amount, charge: charge.id, currency: charge.currency, metadata: described({}, form.metadata), payment_intent: charge.payment_intent, reason: form.reason ?? null, receipt_number: null, status: 'succeeded' })
        charge.amount_refunded += amount
        charge.refunded = charge.amount_refunded === charge.amount
        world.tell('refund.created', made)
        world.tell('charge.refunded', charge, before)
        return made
    }

    /** A refund that was promised comes to nothing: the bank did not take it. */
    const refuse = (id, reason = 'lost_or_stolen_card') => {
        const one = world.find('refund', id)
        if (one.status === 'failed') throw invalid(`Refund ${id} has failed already.`)
        const charge = world.find('charge', one.charge)
        Object.assign(one, { status: 'failed', failure_reason: reason })
        charge.amount_refunded -= one.amount
        charge.refunded = false
        world.tell('charge.refund.updated', one)
        world.tell('refund.updated', one)
        world.tell('refund.failed', one)
        return one
    }

    const customer = (form, before) => {
        const given = Object.fromEntries(['name', 'email', 'phone', 'description', 'address'].filter((name) => form[name] !== undefined).map((name) => [name, form[name] === '' ? null : form[name]]))
        const settings = { default_payment_method: form.invoice_settings?.default_payment_method ?? before?.invoice_settings.default_payment_method ?? null }
        return { ...given, metadata: described(before?.metadata, form.metadata), invoice_settings: settings }
    }

    return {
        take,
        attach,
        method,
        intend,
        refund,
        refuse,
        dispute: (id, reason = 'fraudulent') => {
            const charge = world.find('charge', id)
            charge.disputed = true
            const made = world.make('dp', 'dispute', { amount: charge.amount, charge: charge.id, currency: charge.currency, payment_intent: charge.payment_intent, reason, status: 'needs_response', is_charge_refundable: false, evidence_details: { due_by: world.now + 7 * 86_400, has_evidence: false, past_due: false, submission_count: 0 }, metadata: {} })
            world.tell('charge.dispute.created', made)
            return made
        },
        /** The customer says yes to their bank. */
        authenticate: (id) => take(Object.assign(world.find('payment_intent', id), { authenticated: true })),
        routes: {
            'POST customers': ({ form }) => {
                const made = world.make('cus', 'customer', { name: null, email: null, phone: null, description: null, address: null, balance: 0, currency: null, delinquent: false, ...customer(form) })
                if (form.payment_method) made.invoice_settings.default_payment_method ??= attach(form.payment_method, made.id).id
                world.tell('customer.created', made)
                return made
            },
            'GET customers': ({ query, url }) => world.page(url, 'customer', query, (one) => query.email === undefined || one.email === query.email),
            'GET customers/:id': ({ id }) => world.find('customer', id),
            'POST customers/:id': ({ id, form }) => {
                const one = world.find('customer', id)
                Object.assign(one, customer(form, one))
                world.tell('customer.updated', one)
                return one
            },
            'DELETE customers/:id': ({ id }) => {
                world.find('customer', id).deleted = true
                return { id, object: 'customer', deleted: true }
            },
            'GET customers/:id/payment_methods': ({ id, query, url }) => world.page(url, 'payment_method', query, (one) => one.customer === world.find('customer', id).id),
            'GET payment_methods/:id': ({ id }) => world.find('payment_method', id),
            'POST payment_methods/:id/attach': ({ id, form }) => (needed(form, 'customer'), attach(id, world.find('customer', form.customer, 'customer').id)),
            'POST payment_methods/:id/detach': ({ id }) => Object.assign(world.find('payment_method', id), { customer: null }),
            'POST payment_intents': ({ form }) => intend(form),
            'GET payment_intents': ({ query, url }) => world.page(url, 'payment_intent', query, (one) => query.customer === undefined || one.customer === query.customer),
            'GET payment_intents/search': ({ query, url }) => {
                const [, key, value] = /^metadata\[["']([^"']+)["']\]:["']([^"']+)["']$/.exec(query.query ?? '') ?? []
                if (!key) throw invalid('This fake searches by metadata only.', 'query')
                return { object: 'search_result', url, has_more: false, next_page: null, data: world.all('payment_intent', (one) => one.metadata[key] === value).reverse() }
            },
            'GET payment_intents/:id': ({ id }) => world.find('payment_intent', id),
            'POST payment_intents/:id/confirm': ({ id, form }) => confirm(world.find('payment_intent', id), form),
            'POST payment_intents/:id/cancel': ({ id, form }) => {
                const one = world.find('payment_intent', id)
                if (['succeeded', 'canceled'].includes(one.status)) throw invalid(`You cannot cancel this PaymentIntent because it has a status of ${one.status}.`, undefined, 'payment_intent_unexpected_state')
                Object.assign(one, { status: 'canceled', canceled_at: world.now, cancellation_reason: form.cancellation_reason ?? null })
                world.tell('payment_intent.canceled', one)
                return one
            },
            'POST setup_intents': ({ form }) => {
                const made = world.make('seti', 'setup_intent', { customer: form.customer ?? null, payment_method: form.payment_method ? method(form.payment_method).id : null, payment_method_types: ['card'], usage: form.usage ?? 'off_session', status: form.payment_method ? 'requires_confirmation' : 'requires_payment_method', metadata: described({}, form.metadata), last_setup_error: null, next_action: null })
                made.client_secret = `${made.id}_secret_test`
                return truth(form.confirm) ? setUp(made) : made
            },
            'GET setup_intents/:id': ({ id }) => world.find('setup_intent', id),
            'POST setup_intents/:id/confirm': ({ id, form }) => setUp(Object.assign(world.find('setup_intent', id), form.payment_method && { payment_method: method(form.payment_method).id })),
            'GET charges/:id': ({ id }) => world.find('charge', id),
            'GET charges': ({ query, url }) => world.page(url, 'charge', query, (one) => (query.customer === undefined || one.customer === query.customer) && (query.payment_intent === undefined || one.payment_intent === query.payment_intent)),
            'POST refunds': ({ form }) => refund(form),
            'GET refunds/:id': ({ id }) => world.find('refund', id),
            'GET refunds': ({ query, url }) => world.page(url, 'refund', query, (one) => (query.charge === undefined || one.charge === query.charge) && (query.payment_intent === undefined || one.payment_intent === query.payment_intent)),
            'GET disputes/:id': ({ id }) => world.find('dispute', id),
        },
    }

    function setUp(intent) {
        if (!intent.payment_method) throw invalid('You cannot confirm this SetupIntent because it is missing a payment method.', 'payment_method', 'setup_intent_unexpected_state')
        if (intent.customer) attach(intent.payment_method, intent.customer)
        intent.status = 'succeeded'
        world.tell('setup_intent.succeeded', intent)
        return intent
    }
}

