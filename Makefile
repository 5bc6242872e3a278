.PHONY: help run setup train test check evaluate bench bench-default tune second-reading compare lock clean
.DEFAULT_GOAL := help
APP := .venvs/app/bin
RASA := .venvs/rasa/bin

help: ## list what can be done
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: train ## set up what is missing, train what is stale, start everything and print the address
	@exec $(APP)/silkdesk run

setup: ## set up both environments, the page, the encoder and the lexicon, without starting anything
	@scripts/setup.sh

train: setup ## train the bot and build the knowledge index where they are stale
	@scripts/train.sh

test: train ## run every test of both environments
	@scripts/test.sh

check: setup ## lint, types and quick tests: below two minutes
	@$(APP)/ruff check .
	@$(APP)/ruff format --check .
	@$(APP)/mypy
	@$(APP)/python -m pytest -m "not slow" -n auto --maxprocesses 4

evaluate: train ## say how good the bot is; reports go to results/
	@$(APP)/silkdesk evaluate

bench: train ## measure speed and memory in one run on this machine
	@$(APP)/python -m bench.turns
	@$(APP)/python -m bench.understand
	@$(APP)/python -m bench.longest
	@$(APP)/python -m bench.scaling
	@$(APP)/python -m bench.soak
	@$(APP)/python -m bench.scenarios
	@$(APP)/python -m bench.search
	@$(APP)/python -m bench.grade
	@$(APP)/python -m bench.hostile

bench-default: setup ## train Rasa's default pipeline once, for the comparison in bench
	@bench/train_default.sh

tune: setup ## tune the encoder for acts on the taught sentences (hours without a graphics card), for developers
	@scripts/tune.sh

second-reading: setup ## fit the second reading of violations anew (minutes), for developers, after `make tune`
	@.venvs/app/bin/python -m tuning.second

compare: setup ## compare ways to hear acts on one sample of the taught sentences (minutes), for developers
	@$(APP)/python -m tuning.compare

lock: ## pin the requirements anew
	@scripts/lock.sh

clean: ## remove what was made, but not the database and the secrets
	@rm -rf .venvs node_modules bot/web/static/dist models results .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@rm -rf var/encoder var/knowledge var/lexicon var/vectors var/understood var/log
