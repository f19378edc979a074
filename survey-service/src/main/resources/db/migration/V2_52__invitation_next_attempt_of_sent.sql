-- A sent invitation is looked at again when its reminder is due, or never.
UPDATE invitation SET next_attempt_at = expires_at WHERE state = 'SENT' AND next_attempt_at < expires_at AND reminder_at IS NULL;
