from evals.figures import figure, interval


def test_shares_are_per_cent_and_ranks_are_not():
    assert figure(0.676, "passes") == "68%"
    assert figure(0.676, "passage mrr") == "0.68"
    assert figure(0.676, "passage ndcg@10") == "0.68"


def test_what_is_undefined_is_a_dash_without_an_interval():
    assert figure(None, "passes") == "–"
    assert interval({"low": None, "high": None}, "passes") == ""


def test_an_interval_is_written_like_its_mean():
    assert interval({"low": 0.6, "high": 0.75}, "passes") == "60%–75%"
